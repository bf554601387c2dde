"""template.yaml: the skeleton of a report."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lawcheck.rule.template import Template, TemplatePart, Topic
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.rulesets.fault import Faults, unknown
from lawcheck.rulesets.misfit import fit
from lawcheck.rulesets.models import Entry, Line
from lawcheck.rulesets.tree import Path, Tree
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

_MARK = pattern(r"【([A-Za-z0-9._-]{1,64})[：】]")
_RULE, _ROLE = Text("规则", "rule"), Text("部分（role）", "role")


class TopicEntry(Entry):
    """A sub-heading with its lines."""

    heading: Line
    lines: tuple[Line, ...]


class PartEntry(Entry):
    """A part of the skeleton."""

    role: str
    heading: Line
    lines: tuple[Line, ...] = ()
    topics: tuple[TopicEntry, ...] = ()

    def part(self) -> TemplatePart:
        """Return the part as a value."""
        topics = tuple(Topic(topic.heading, topic.lines) for topic in self.topics)
        return TemplatePart(self.role, self.heading, self.lines, topics)


class TemplateFile(Entry):
    """template.yaml."""

    titles: tuple[Line, ...]
    opening: tuple[Line, ...] = ()
    lead: Line
    parts: tuple[PartEntry, ...]
    closing: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()


def read_template(tree: Tree, faults: Faults, rules: Collection[str], vocabulary: Vocabulary) -> Template | None:
    """Return the skeleton of the file, whose marks name `rules` and whose parts have roles of `vocabulary`."""
    file = fit(TemplateFile, tree.value, tree, (), faults)
    if file is None:
        return None
    roles = [role.id for role in vocabulary.roles]
    for i, part in enumerate(file.parts):
        if part.role not in roles:
            faults.add(tree.fault(("parts", i, "role"), unknown(_ROLE, part.role, roles)))
    for path, line in _lines(tree):
        for mark in _MARK.finditer(line):
            if mark[1] not in rules:
                faults.add(tree.fault(path, unknown(_RULE, mark[1], rules)))
    parts = tuple(part.part() for part in file.parts)
    return Template(file.titles, file.opening, file.lead, parts, file.closing, file.signature)


def _lines(tree: Tree) -> Iterator[tuple[Path, str]]:
    for path in tree.places:
        value = tree.get(path)
        if isinstance(value, str):
            yield path, value

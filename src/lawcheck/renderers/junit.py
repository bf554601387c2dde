"""JUnit's XML: a suite a document, a test case a rule and subject. Source: the schema of Jenkins' xUnit plug-in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from lawcheck.model.checklist import Checklist, Item, Tool, Unreadable
from lawcheck.renderers.finding import REMEDY, SEVERITY, between, cited
from lawcheck.renderers.location import standing
from lawcheck.renderers.place import anchor, place
from lawcheck.renderers.style import Style
from lawcheck.text.lines import squeeze
from lawcheck.text.visible import visible
from lawcheck.wording import Text, in_language

_READ = Text("读取文件", "reading the file")
_QUOTE = Text("原文：", "text: ")
_PLACE = Text("位置：", "place: ")
_BASIS = Text("依据：", "basis: ")


def render(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style) -> str:
    """Return the suites. What fails at the threshold is a failure, other findings are output of a test that passed.

    What could not be decided is skipped; what does not apply is left out.
    """
    suites = [_suite(c.document.name, _cases(c, style)) for c in checklists]
    suites += [_suite(u.name, [_unreadable(u, style.lang)]) for u in unreadable]
    return "".join(
        f"{line}\n" for line in ('<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", *suites, "</testsuites>")
    )


def _suite(name: str, cases: list[str]) -> str:
    counts = {"tests": len(cases)}
    for key, tag in (("failures", "<failure"), ("errors", "<error"), ("skipped", "<skipped")):
        counts[key] = sum(tag in case for case in cases)
    told = " ".join(f'{key}="{count}"' for key, count in counts.items())
    # There is no time: the same report gives the same result.
    return "\n".join((f'  <testsuite name={_attribute(name)} {told} time="0">', *cases, "  </testsuite>"))


def _cases(checklist: Checklist, style: Style) -> list[str]:
    failing = checklist.failing(style.fail_on, strict=style.strict)
    cases = [_case(i, checklist, style.lang, i in failing) for i in checklist.items if i.verdict != "not_applicable"]
    name = checklist.document.name
    for told in checklist.limits:
        cases.append(_element(name, "limits", f"<error message={_attribute(in_language(told, style.lang))}/>"))
    return cases


def _case(item: Item, checklist: Checklist, lang: str, fails: bool) -> str:
    name = f"{item.rule} {in_language(item.title, lang)}" + (f" [{item.subject}]" if item.subject else "")
    message = in_language(item.message, lang)
    inner = ""
    if item.is_finding and fails:
        kind = in_language(SEVERITY[item.severity], lang)
        details = _text("\n".join(_details(item, lang)))
        inner = f"<failure type={_attribute(kind)} message={_attribute(message)}>{details}</failure>"
    elif item.is_finding:
        inner = f"<system-out>{_text(chr(10).join((message, *_details(item, lang))))}</system-out>"
    elif item.verdict == "undetermined":
        inner = f"<skipped message={_attribute(message)}/>"
    return _element(checklist.document.name, name, inner)


def _details(item: Item, lang: str) -> Iterator[str]:
    found, stands = anchor(item), standing(item)
    if found is not None and found.quote:
        yield f"{in_language(_QUOTE, lang)}{squeeze(found.quote)}"
    if stands is not None and place(stands, lang):
        yield f"{in_language(_PLACE, lang)}{place(stands, lang)}"
    if item.basis:
        yield in_language(_BASIS, lang) + between(lang).join(cited(b, lang) for b in item.basis)
    if item.remedy is not None:
        yield in_language(REMEDY, lang) + in_language(item.remedy, lang)


def _unreadable(record: Unreadable, lang: str) -> str:
    message = _attribute(in_language(record.message, lang))
    return _element(record.name, in_language(_READ, lang), f'<error type="unreadable" message={message}/>')


def _element(document: str, name: str, inner: str) -> str:
    start = f'    <testcase classname={_attribute(document)} name={_attribute(name)} time="0"'
    return f"{start}>{inner}</testcase>" if inner else f"{start}/>"


def _attribute(text: str) -> str:
    return f'"{escape(visible(text))}"'


def _text(text: str) -> str:
    return escape("\n".join(map(visible, text.split("\n"))))

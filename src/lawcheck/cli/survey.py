"""One run of `lawcheck overview`: going through the files, writing what is asked for, saying so."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import click

from lawcheck.cli.check import Wanted, outcomes
from lawcheck.cli.folder import Names, make_folder
from lawcheck.cli.output import write_file, write_stdout
from lawcheck.cli.session import Session
from lawcheck.errors import LawcheckError, WriteError
from lawcheck.wording import Text, in_language

if TYPE_CHECKING:
    from lawcheck.cli.files import Inputs
    from lawcheck.model.checklist import Checklist, Tool
    from lawcheck.overview.store import Store
    from lawcheck.overview.survey import Entry, Survey
    from lawcheck.renderers import Style

SHEET = Text("检查单-", "sheet-")
_LETTER = Text("退改意见-", "letter-")
_FEW = 10  # of more files a bar tells how far it is
_READING = Text("检查中", "Checking")
_WRITTEN = Text("已写好：{target}", "Written: {target}")
_LETTERS = Text("退改意见 {n} 份：{folder}", "Letters, {n}: {folder}")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the results go. `state` is the file that tells a later run what it need not read again, if any."""

    output: str
    kind: str
    state: str | None
    sheets: str | None
    letters: str | None


@dataclass(slots=True)
class _Sheets:
    """The HTML sheets, written while the reports are checked; `links` are their addresses by the name of the report."""

    folder: str
    beside: str
    style: Style
    names: Names
    links: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, checklist: Checklist) -> None:
        """Write the sheet of one report. Raises: WriteError."""
        from lawcheck.overview.names import stem
        from lawcheck.renderers import render
        from lawcheck.renderers.location import address

        issuer = checklist.outline.issuer
        file = self.names.name(issuer.value if issuer is not None else stem(name))
        target = os.path.join(self.folder, file)
        write_file(target, render("html", [checklist], [], style=self.style))
        self.links[name] = address(os.path.relpath(target, self.beside))


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command: what was asked, and where it speaks."""

    session: Session
    places: Places
    wanted: Wanted
    style: Style
    tool: Tool
    asked: Mapping[str, object]

    def gather(self, documents: Inputs, store: Store) -> tuple[list[Entry], dict[str, str] | None]:
        """Return an entry for each file, and the addresses of the sheets where they were asked for."""
        from lawcheck.cli.encoding import as_utf8
        from lawcheck.overview.gather import gather

        places, style = self.places, self.style
        sheets = None
        if places.sheets is not None:
            make_folder(places.sheets)
            lead = in_language(SHEET, style.lang)
            sheets = _Sheets(places.sheets, os.path.dirname(places.output) or ".", style, Names(lead, ".html"))
        found = gather(
            documents.paths,
            list(map(as_utf8, documents.paths)),
            lambda paths: outcomes(self.session, paths, self.wanted),
            style,
            store,
            options=self._options(),
            # A sheet needs the whole report: then every one is read.
            earlier=None if sheets else places.state,
            is_kept=places.state is not None,
            seen=sheets.add if sheets else lambda name, checklist: None,
        )
        with _progress(found, len(documents.paths), style.lang) as entries:
            listed = list(entries)
        told = [*documents.unreadable, *(e.unreadable for e in listed if e.unreadable is not None)]
        for record in told:
            self.session.say(record.message)
        return listed, None if sheets is None else sheets.links

    def write(self, found: Survey, links: dict[str, str] | None, store: Store) -> int:
        """Write all files and say so; return 0, or the exit code of a failure that has been told."""
        from lawcheck.overview.view import totals

        lang, places = self.style.lang, self.places
        outcome = self.session.attempt(partial(self._results, found, links))
        if isinstance(outcome, LawcheckError):
            self.session.say(outcome.message)
            return outcome.exit_code
        if places.state is not None:
            self._keep(places.state, store)
        colon, gap = ("：", "，") if lang == "zh" else (": ", ", ")
        counted = gap.join(f"{in_language(a, lang)}{colon}{b}" for a, b in totals(found))
        lines = [counted, *(in_language(line, lang) for line in outcome)]
        write_stdout("".join(f"{line}\n" for line in lines))
        return 0

    def _options(self) -> dict[str, object]:
        style, tool = self.style, self.tool
        return {
            **self.asked,
            "version": tool.version,
            "ruleset": [tool.ruleset, tool.ruleset_sha256],
            "as_of": tool.as_of,
            "style": [style.lang, style.fail_on, style.strict],
        }

    def _results(self, found: Survey, links: dict[str, str] | None) -> list[Text]:
        """Write the overview and the letters; return what there is to say. Raises: LawcheckError."""
        lang, places = self.style.lang, self.places
        write_file(places.output, _content(found, places.kind, lang, links))
        told = [_WRITTEN.fill({"target": places.output})]
        if places.letters is not None:
            count = _write_letters(found, places.letters, lang)
            told.append(_LETTERS.fill({"n": str(count), "folder": places.letters}))
        return told

    def _keep(self, state: str, store: Store) -> None:
        """Leave word for a later run. That this fails is told, but the results are there all the same."""
        outcome = self.session.attempt(lambda: write_file(state, store.saved()))
        if isinstance(outcome, WriteError):
            told = "下次会全部重新检查", "the next run will check all again"
            self.session.say(Text(f"{outcome.message}；{told[0]}", f"{outcome.message.en}; {told[1]}"))
        elif isinstance(outcome, LawcheckError):
            raise outcome


def _content(found: Survey, kind: str, lang: str, links: dict[str, str] | None) -> str | bytes:
    if kind == "xlsx":
        from lawcheck.overview.workbook import workbook

        return workbook(found, lang)
    if kind == "html":
        from lawcheck.overview.page import page

        return page(found, lang, links)
    from lawcheck.overview.table import table

    return table(found, lang)


def _write_letters(found: Survey, folder: str, lang: str) -> int:
    """Write a letter to each unit that has something to mend; return how many."""
    from lawcheck.overview.letter import letter, needs_letter

    make_folder(folder)
    names = Names(in_language(_LETTER, lang), ".docx")
    rows = [row for row in found.rows if needs_letter(row)]
    for row in rows:
        write_file(os.path.join(folder, names.name(row.unit)), letter(found, row, lang))
    return len(rows)


@contextmanager
def _progress(found: Iterator[Entry], count: int, lang: str) -> Iterator[Iterable[Entry]]:
    """Yield `found`, with a bar on stderr where somebody sees it and the files are many."""
    if count <= _FEW or sys.stderr is None or not sys.stderr.isatty():
        yield found
        return
    with click.progressbar(found, length=count, label=in_language(_READING, lang), file=sys.stderr) as entries:
        yield entries

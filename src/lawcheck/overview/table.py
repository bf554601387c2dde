"""The matrix as CSV for spreadsheets: a row a report, then one for each unit that is missing."""

from __future__ import annotations

import csv
import io

from lawcheck.overview import lists, view
from lawcheck.overview.survey import Survey
from lawcheck.renderers.conclusion import UNREADABLE
from lawcheck.renderers.csv import cell
from lawcheck.wording import in_language

_BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets on Chinese systems read the bytes as GBK


def table(survey: Survey, lang: str) -> str:
    """Return the rows, with a byte order mark; no cell begins like a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = view.headings(lang)
    writer.writerow([column.title for column in columns])
    for number in range(len(survey.rows)):
        writer.writerow([cell(str(shown.value)) for shown in view.cells(survey, number, lang)])
    for match in survey.expected.missing if survey.expected else ():
        name, state, _, near = lists.listed(match, survey, lang)
        blank = [""] * (len(columns) - 4)
        writer.writerow([cell(str(value)) for value in ("", name.value, state.value, *blank, near.value)])
    for record in survey.folders:
        blank = [""] * (len(columns) - 5)
        row = ("", "", in_language(UNREADABLE, lang), *blank, record.name, in_language(record.message, lang))
        writer.writerow([cell(str(value)) for value in row])
    return _BYTE_ORDER_MARK + out.getvalue()

from __future__ import annotations

from datetime import date

import pytest

from lawcheck.model.checklist import Unreadable
from lawcheck.overview import view
from lawcheck.overview.lists import listed
from lawcheck.overview.survey import Survey
from lawcheck.wording import Text
from tests.surveys import report, surveyed, text, word

YUNXI, QINGLAN = report("云溪县民政局"), report("青岚区水利局", leader=False)


def files(found: Survey) -> list[tuple[str, list[str]]]:
    return [(row.entry.name, [twin.name for twin in row.twins]) for row in found.rows]


def test_the_worst_report_comes_first() -> None:
    found = surveyed(
        {
            "good.txt": text(YUNXI),
            "cause.txt": text(report("桐山县审计局", cause=False)),
            "leader.txt": text(QINGLAN),
            "other.txt": "关于节日放假的通知\n各单位：\n现将节日放假安排通知如下。\n".encode(),
            "empty.txt": b"",
        }
    )
    assert [row.entry.name for row in found.rows] == [
        *("empty.txt", "other.txt", "leader.txt", "cause.txt", "good.txt")
    ]
    assert [view.state(row) for row in found.rows][:3] == ["unreadable", "other", "mend"]
    assert {str(label): str(count) for label, count in view.totals(found)}["单位"] == "5"


def test_the_same_text_in_two_formats_is_one_report() -> None:
    found = surveyed({"a.txt": text(YUNXI), "b.docx": word(YUNXI), "c.txt": text(QINGLAN)})
    assert files(found) == [("c.txt", []), ("b.docx", ["a.txt"])]
    assert list(view.notes(found, found.rows[1], "zh")) == ["与 a.txt 文字相同，只计一份"]


def test_nearly_the_same_text_in_two_formats_is_one_report_and_in_one_format_two_versions() -> None:
    long = report(
        "云溪县民政局", *(chr(0x4E00 + n) * 3 + f"第{n}项工作已经按照年初的安排全部完成。" for n in range(99))
    )
    changed = [line.replace("第50项", "第51项") for line in long]
    found = surveyed({"a.docx": word(long), "b.txt": text(changed)})
    assert files(found) == [("a.docx", ["b.txt"])]
    assert "请核对以哪份为准" in next(view.notes(found, found.rows[0], "zh"))
    found = surveyed({"a.txt": text(long), "b.txt": text(changed)})
    assert files(found) == [("a.txt", []), ("b.txt", [])]
    assert list(view.notes(found, found.rows[0], "zh")) == ["同一单位另有 1 份"]


def test_reports_of_two_years_are_two_though_only_the_numbers_differ() -> None:
    found = surveyed({"a.docx": word(YUNXI), "b.txt": text(report("云溪县民政局", year=2023))})
    assert [len(row.twins) for row in found.rows] == [0, 0]


def test_a_scan_beside_the_word_file_of_the_same_name_is_no_report_of_its_own() -> None:
    found = surveyed({"x/a.docx": word(YUNXI), "x/a.pdf": b"%PDF-1.4 x", "y/a.pdf": b"%PDF-1.4 x"})
    assert files(found) == [("y/a.pdf", []), ("x/a.docx", ["x/a.pdf"])]
    assert list(view.notes(found, found.rows[1], "zh")) == ["同名文件 x/a.pdf 读不了"]


def test_who_is_missing_is_told_with_what_comes_nearest() -> None:
    found = surveyed(
        {"a.txt": text(YUNXI), "b.txt": text(QINGLAN), "桐山县审计局.pdf": b"%PDF-1.4 x"},
        expected=["民政局", "青岚区水务局", "桐山县审计局", "松原县司法局"],
    )
    assert found.expected is not None
    assert [m.name for m in found.expected.missing] == ["青岚区水务局", "松原县司法局"]
    assert found.expected.outside == ("青岚区水利局",)
    told = [[str(shown.value) for shown in listed(m, found, "zh")] for m in found.expected.units]
    assert told == [
        ["民政局", "已交", "云溪县民政局", "只差前面的地名，请核对"],
        ["青岚区水务局", "未见报告", "", "可能是（请核对，没有计入）：青岚区水利局"],
        ["桐山县审计局", "已交", "桐山县审计局", "按文件名对应，请核对"],
        ["松原县司法局", "未见报告", "", ""],
    ]


@pytest.mark.parametrize(
    ("as_of", "year", "words"),
    [
        (None, 2024, "未见报告"),
        (date(2025, 2, 28), None, "未见报告，期限未到"),
        (date(2025, 3, 1), None, "未见报告，已过报送期限"),
        (date(2025, 3, 1), 2025, "未见报告，期限未到"),
    ],
)
def test_a_missing_report_is_late_only_where_the_day_is_known(as_of: date | None, year: int | None, words: str) -> None:
    found = surveyed({"a.txt": text(YUNXI)}, expected=["松原县司法局"], as_of=as_of, year=year)
    assert found.expected is not None
    assert listed(found.expected.missing[0], found, "zh")[1].value == words


def test_a_report_that_was_published_late_is_late_and_one_without_dates_is_not() -> None:
    dates = {"a.txt": {"published": "2025-05-06", "reported": "2025-03-18"}, "b.txt": {"published": "2025-03-20"}}
    found = surveyed({"a.txt": text(YUNXI), "b.txt": text(report("青岚区水利局")), "c.txt": text(QINGLAN)}, meta=dates)
    columns = [heading.element for heading in view.headings("zh")]
    rows = {
        row.entry.name: [
            str(view.cells(found, at, "zh")[columns.index(name)].value) for name in ("reported", "published")
        ]
        for at, row in enumerate(found.rows)
    }
    assert rows == {"a.txt": ["逾期", "逾期"], "b.txt": ["按时", "按时"], "c.txt": ["按时", "无日期"]}


def test_every_row_has_a_cell_for_every_column_in_both_languages() -> None:
    for lang in ("zh", "en"):
        found = surveyed({"a.txt": text(YUNXI), "b.txt": b""}, lang=lang)
        lengths = {len(view.cells(found, at, lang)) for at in range(2)}
        assert lengths == {len(view.headings(lang))}


def test_passages_that_two_units_share_point_at_their_rows() -> None:
    shared = (
        "围绕群众反映集中的停车收费问题，组织街道、城管和物价部门开展联合整治，逐个小区核对收费公示和备案情况，"
        "对十二家物业企业当场指出不足并限期改正，整治结束后委托第三方回访住户三百余户，满意的占九成以上。"
    )
    found = surveyed(
        {
            "a.txt": text(report("云溪县民政局", shared)),
            "a.docx": word(report("云溪县民政局", shared)),
            "b.txt": text(report("青岚区水利局", shared, leader=False)),
            "empty.txt": b"",
        }
    )
    told = [(found.rows[c.first].unit, found.rows[c.second].unit, c.first_text) for c in found.copies]
    assert [(one, other) for one, other, _ in told] == [("青岚区水利局", "云溪县民政局")]
    assert shared[:40] in told[0][2]


def test_a_folder_that_gave_nothing_counts_as_unreadable() -> None:
    folder = Unreadable("空", Text("文件夹“空”里没有报告", "no report"), 3)
    found = surveyed({}, folders=[folder])
    assert {str(label): str(count) for label, count in view.totals(found)}["读不了"] == "1"

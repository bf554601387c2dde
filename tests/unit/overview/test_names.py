from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck.errors import UsageError
from lawcheck.overview.expected import expected_units
from lawcheck.overview.names import Candidate, match, squeezed


def matched(expected: list[str], *units: str, files: dict[str, str] | None = None) -> list[tuple[object, ...]]:
    candidates = [Candidate(unit, True, (f"{unit}.txt",)) for unit in units]
    candidates += [Candidate(unit, False, (path,)) for unit, path in (files or {}).items()]
    return [(m.name, m.units, m.how) if m.units else (m.name, m.near) for m in match(expected, candidates)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云溪县 民政局", "云溪县民政局"),
        ("云溪县卫生健康局（云溪县疾控局）", "云溪县卫生健康局"),
        ("云溪县人民政府", "云溪县政府"),
        ("云溪县民政局ＡＢ", "云溪县民政局AB"),
        ("（）", "（）"),
    ],
)
def test_names_are_compared_without_blanks_brackets_and_ways_of_writing(one: str, other: str) -> None:
    assert squeezed(one) == squeezed(other) != ""


def test_the_same_name_comes_first() -> None:
    assert matched(["民政局", "云溪县民政局"], "云溪县民政局", "民政局") == [
        ("民政局", ("民政局",), "exact"),
        ("云溪县民政局", ("云溪县民政局",), "exact"),
    ]


@pytest.mark.parametrize(
    ("listed", "read"),
    [("民政局", "云溪县民政局"), ("松江省云溪县民政局", "云溪县民政局"), ("云溪县民政局", "民政局")],
)
def test_a_name_may_lack_the_place_in_front(listed: str, read: str) -> None:
    assert matched([listed], read, "云溪县水利局") == [(listed, (read,), "suffix")]


@pytest.mark.parametrize(
    ("listed", "read"),
    [
        ("云溪县政府", "云溪县政府办公室"),
        ("体育局", "教育体育局"),
        ("云溪县教育体育局", "体育局"),
        ("青岚区市场监管局", "青岚区市场监督管理局"),
    ],
)
def test_what_is_only_like_a_name_is_named_and_not_taken_for_it(listed: str, read: str) -> None:
    assert matched([listed], read) == [(listed, (read,))]


def test_a_name_that_may_mean_two_means_none() -> None:
    assert matched(["民政局"], "云溪县民政局", "青岚区民政局") == [("民政局", ("云溪县民政局", "青岚区民政局"))]


def test_a_unit_that_two_names_may_mean_is_given_to_none() -> None:
    found = matched(["云溪县民政局", "青岚区民政局"], "民政局")
    assert [one[1] for one in found] == [("民政局",), ("民政局",)]
    assert [len(one) for one in found] == [2, 2]


def test_a_file_that_could_not_be_read_is_known_by_its_path() -> None:
    files = {"报告": "收到/云溪县民政局/报告.pdf", "2024年度报告青岚区水利局终稿": "2024年度报告青岚区水利局终稿.pdf"}
    assert matched(["云溪县民政局", "青岚区水利局", "桐山县审计局"], files=files) == [
        ("云溪县民政局", ("报告",), "file"),
        ("青岚区水利局", ("2024年度报告青岚区水利局终稿",), "file"),
        ("桐山县审计局", ()),
    ]


LIST = "单位名称,联系人\n云溪县民政局,甲\n\n 青岚区水利局 ,乙\n云溪县 民政局,丙\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_a_list_is_read_in_the_encodings_that_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "名单.csv"
    path.write_bytes(LIST.encode(encoding))
    assert expected_units(str(path)) == ("云溪县民政局", "青岚区水利局")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云溪县民政局\n青岚区水利局", ("云溪县民政局", "青岚区水利局")),
        ("序号,单位,电话\n1,云溪县民政局,\n2\n", ("云溪县民政局",)),
        ("序号\t单位\n1\t云溪县民政局\n", ("云溪县民政局",)),
        ("Unit\nYunxi\n", ("Yunxi",)),
        ('"云溪县,民政局"\n', ("云溪县,民政局",)),
    ],
)
def test_the_column_of_names_is_found_by_its_heading_or_is_the_first(
    tmp_path: Path, text: str, names: tuple[str, ...]
) -> None:
    path = tmp_path / "名单.csv"
    path.write_text(text, encoding="utf-8")
    assert expected_units(str(path)) == names


@pytest.mark.parametrize("data", [b"", b"\n\n", b"unit\n", b"PK\x03\x04\x00\x00\x00\x00" * 9, b'"' + b"x" * 200_000])
def test_what_is_no_list_is_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "名单.xlsx"
    path.write_bytes(data)
    with pytest.raises(UsageError) as error:
        expected_units(str(path))
    assert "--expect" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_list_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="文件不存在"):
        expected_units(str(tmp_path / "名单.csv"))

"""`NAME.meta.json` beside a report."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lawcheck import check
from lawcheck.errors import ReadError
from lawcheck.model.document import METADATA_KEYS
from lawcheck.readers import limits, read

PAGE = """标题: 云溪县民政局关于2024年法治政府建设情况的报告
发布时间: 2025-03-20 09:00
来源: 云溪县民政局
==================== 正文 ====================
一、主要举措和成效
全年组织执法检查30次，办理案件12件。
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "年度报告.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def beside(report: Path, content: str | bytes) -> None:
    data = content.encode() if isinstance(content, str) else content
    Path(f"{report}.meta.json").write_bytes(data)


def refused(report: Path, content: str | bytes) -> str:
    beside(report, content)
    with pytest.raises(ReadError) as caught:
        read(report)
    assert (caught.value.exit_code, "\n" in str(caught.value)) == (3, False)
    assert "“年度报告.txt.meta.json”" in str(caught.value)
    return str(caught.value)


def test_it_wins_over_the_page_and_leaves_the_rest(report: Path) -> None:
    beside(report, '{"published": "2025年3月31日", "column": "法治政府建设"}')
    document = read(report)
    assert [document.meta(key) for key in ("published", "column", "source")] == [
        "2025年3月31日",
        "法治政府建设",
        "云溪县民政局",
    ]


def test_an_argument_wins_over_it(report: Path) -> None:
    beside(report, '{"published": "2025-03-31", "column": "通知公告"}')
    document = check(report, meta={"published": "2025-03-01"}).document
    assert [document.meta(key) for key in ("published", "column")] == ["2025-03-01", "通知公告"]


def test_it_decides_a_rule(report: Path) -> None:
    beside(report, '{"published": "2025-04-02"}')
    assert [item.verdict for item in check(str(report)).items if item.rule == "E109"] == ["not_satisfied"]


def test_every_key_may_stand_in_it_and_a_byte_order_mark_before_it(report: Path) -> None:
    pairs = ", ".join(f'"{key}": "2025-03-01"' for key in METADATA_KEYS)
    beside(report, b"\xef\xbb\xbf{" + pairs.encode() + b"}")
    assert [read(report).meta(key) for key in METADATA_KEYS] == ["2025-03-01"] * len(METADATA_KEYS)


def test_an_empty_object_adds_nothing(report: Path) -> None:
    before = read(report).metadata
    beside(report, "{}")
    assert read(report).metadata == before


def test_content_without_a_path_has_none(report: Path) -> None:
    beside(report, "坏")
    data = report.read_bytes()
    assert read(data, name=str(report)).meta("published") == "2025-03-20 09:00"
    with report.open("rb") as file:
        assert read(file).meta("published") == "2025-03-20 09:00"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{\n  "published": "2025-03-20",\n}', "第 3 行第 1 列不是 JSON"),
        ("", "第 1 行第 1 列不是 JSON"),
        ("\ufeff\ufeff{}", "第 1 行第 1 列不是 JSON"),
        ('{"published": "2025-03-20"} {}', "不是 JSON"),
        ("[]", "应是一个 JSON 对象"),
        ('"2025-03-20"', "应是一个 JSON 对象"),
        ('{"publish": "2025-03-20"}', "没有元数据项“publish”，可用的有：title、published"),
        ('{"published": 20250320}', "published 应是字符串，不能是 int"),
        ('{"published": null}', "published 应是字符串，不能是 NoneType"),
        ('{"column": ["法治政府建设"]}', "column 应是字符串，不能是 list"),
        ('{"published": "2025-02-30"}', "published 不能是“2025-02-30”，应是日期"),
        ('{"reported": "二月"}', "reported 不能是“二月”，应是日期"),
        ('{"column": "a", "column": "b"}', "“column”写了两次"),
        ('{"a\\u202eb\\n": "1", "a\\u202eb\\n": "2"}', r"“a\u202eb\n”写了两次"),
        ('{"title": "\\ud800"}', "不成字的编码"),
        ('{"title": NaN}', "title 应是字符串"),
        ('{"title": "\n"}', "不是 JSON"),
        ("[" * 60_000, "只能有一层"),
        ('{"title": ' + "9" * 5_000 + "}", "只能有一层"),
        ('{"标题": "甲"}'.encode("gbk"), "第 1 行不是 UTF-8"),
        ('{"published": "2025-03-20"}'.encode("utf-16"), "第 1 行不是 UTF-8"),
        (b'{\n"title": "\xed\xa0\x80"}', "第 2 行不是 UTF-8"),
    ],
)
def test_a_faulty_one_is_refused_in_one_line_that_names_it(report: Path, content: str | bytes, told: str) -> None:
    assert told in refused(report, content)


def test_it_has_a_limit_of_bytes(report: Path) -> None:
    beside(report, "{}" + " " * (limits.SIDECAR_BYTES - 2))
    assert read(report).meta("column") is None
    assert "大小超过上限 65,536 字节" in refused(report, "{}" + " " * (limits.SIDECAR_BYTES - 1))


def test_a_value_has_a_limit_of_characters(report: Path) -> None:
    beside(report, '{"column": "' + "栏" * 1000 + '"}')
    assert len(read(report).meta("column") or "") == 1000
    assert "超过上限 1000 个字符" in refused(report, '{"column": "' + "栏" * 1001 + '"}')


def test_a_folder_a_pipe_and_a_dangling_link_in_its_place_are_refused(report: Path) -> None:
    place = Path(f"{report}.meta.json")
    told = []
    for make in (
        place.mkdir,
        lambda: os.mkfifo(place),
        lambda: place.symlink_to("没有"),
        lambda: place.symlink_to(place),
    ):
        make()
        with pytest.raises(ReadError) as caught:
            read(report)
        told.append(str(caught.value).partition("有误：")[2].partition("。")[0].partition("（")[0])
        place.rmdir() if place.is_dir() else place.unlink()
    assert told == ["这是文件夹，不是文件", "不是普通文件", "文件不存在", "无法打开"]


def test_a_report_that_is_not_there_is_told_before_its_sidecar(tmp_path: Path) -> None:
    beside(tmp_path / "没有.txt", "坏")
    with pytest.raises(ReadError, match="不存在"):
        read(tmp_path / "没有.txt")

"""Taking in paths, bytes and streams."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from lawcheck.errors import ReadError, UsageError
from lawcheck.readers import read, source

TEXT = "云溪县水务局\n一、主要举措\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "年度报告.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_path_is_read_and_named_as_given(report: Path) -> None:
    document = read(report)
    assert (document.name, document.format, document.text) == (str(report), "txt", TEXT)
    assert document.sha256 == sha256(TEXT.encode()).hexdigest()


def test_a_relative_path_stays_relative(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(report.parent)
    assert read("年度报告.txt").name == "年度报告.txt"


@pytest.mark.parametrize("form", [bytes, bytearray, memoryview, io.BytesIO])
def test_content_is_read_under_the_name_given(form: Callable[[bytes], bytes]) -> None:
    document = read(form(TEXT.encode()), name="标准输入.txt")
    assert (document.name, document.text) == ("标准输入.txt", TEXT)


def test_an_open_file_brings_its_own_name(report: Path) -> None:
    with report.open("rb") as file:
        assert read(file).name == str(report)


@pytest.mark.parametrize("nameless", [TEXT.encode(), io.BytesIO(TEXT.encode())])
def test_content_without_a_name_is_a_usage_error(nameless: bytes) -> None:
    with pytest.raises(UsageError, match="文件名"):
        read(nameless)


def test_a_closed_file_is_a_usage_error(report: Path) -> None:
    with report.open("rb") as file:
        pass
    with pytest.raises(UsageError, match="已经关闭"):
        read(file)


def test_a_file_open_for_writing_is_a_usage_error(report: Path) -> None:
    with report.open("ab") as file, pytest.raises(UsageError, match="供读取"):
        read(file)


@pytest.mark.parametrize("given", [None, 5, ["年度报告.txt"]])
def test_what_is_no_source_is_a_usage_error_that_names_its_type(given: object) -> None:
    with pytest.raises(UsageError, match=type(given).__name__):
        read(given, name="a.txt")  # type: ignore[arg-type]


def test_a_name_that_is_no_string_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="name"):
        read(TEXT.encode(), name=5)  # type: ignore[arg-type]


def test_a_file_open_as_text_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="二进制"):
        read(io.StringIO(TEXT), name="a.txt")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("没有.txt", "不存在"), ("有.txt/下面.txt", "不存在"), ("坏\0名.txt", "不存在"), ("", "不存在")],
)
def test_a_path_that_leads_nowhere_is_one_clear_line(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "有.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(ReadError, match=reason) as caught:
        read(f"{tmp_path}/{name}" if name else "")
    assert (caught.value.exit_code, "\n" in str(caught.value)) == (3, False)


def test_a_folder_is_refused_as_one(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="文件夹"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no FIFO")
def test_a_fifo_is_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "管道.txt"
    os.mkfifo(pipe)
    refused: list[str] = []

    def attempt() -> None:
        with pytest.raises(ReadError) as caught:
            read(pipe)
        refused.append(str(caught.value))

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(2)
    assert [("不是普通文件" in line) for line in refused] == [True]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(report: Path) -> None:
    report.chmod(0)
    with pytest.raises(ReadError, match="权限"):
        read(report)


def test_a_denied_path_is_told_from_a_missing_one(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(ReadError, match="没有读取权限"):
        read(report)


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").symlink_to(tmp_path / "乙.txt")
    (tmp_path / "乙.txt").symlink_to(tmp_path / "甲.txt")
    with pytest.raises(ReadError, match="无法打开"):
        read(tmp_path / "甲.txt")


def test_a_file_that_breaks_off_is_refused() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(ReadError, match="读取中断"):
        read(Broken(), name="a.txt")


def test_a_file_that_changes_while_it_is_read_is_told(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = source._take_stream

    def append(file: io.BufferedIOBase, check_size: Callable[[int], None]) -> bytes:
        data = taken(file, check_size)  # type: ignore[arg-type]
        with report.open("a", encoding="utf-8") as writer:
            writer.write("又一行\n")
        return data

    monkeypatch.setattr(source, "_take_stream", append)
    assert [("正在变化" in warning) for warning in read(report).warnings] == [True]


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "空的"), (b" \n\t\n", "没有文字"), ("\ufeff\u3000\u200b\n".encode(), "没有文字")]
)
def test_nothing_to_read_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read(data, name="a.txt")


def test_a_message_names_the_file_says_why_and_what_to_do_in_two_languages() -> None:
    with pytest.raises(ReadError) as caught:
        read(b"\xff\xd8\xff\xe0JFIF", name="照片.docx")
    assert str(caught.value) == (
        "无法读取“照片.docx”：内容是 JPEG 图片，与文件名所说的 Word 文件（.docx）不符。请提供文字版（.docx 或 .txt）。"
    )
    assert caught.value.message.en.startswith('cannot read "照片.docx": its content is a JPEG image')


def test_a_strange_name_does_not_break_the_line() -> None:
    with pytest.raises(ReadError, match=r"a\\nb\\x1b\\u202e\\udcff\.txt"):
        read(b"", name="a\nb\x1b\u202e\udcff.txt")

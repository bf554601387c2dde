from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from lawcheck.cli import output
from lawcheck.cli.session import Session, gravest
from lawcheck.errors import WriteError


def test_an_older_result_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "结果.json"
    target.write_text("旧")
    target.chmod(0o640)
    output.write_file(str(target), "新\n")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == ("新\n".encode(), 0o640)


def test_a_new_result_is_for_its_owner_only(tmp_path: Path) -> None:
    target = tmp_path / "结果.json"
    output.write_file(str(target), "新")
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("call", ["fsync", "replace", "chmod"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "x"), KeyboardInterrupt()])
def test_whatever_stops_the_writing_the_older_result_stays_and_nothing_else_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: BaseException
) -> None:
    def fail(*given: object) -> None:
        raise error

    target = tmp_path / "结果.json"
    target.write_text("旧", encoding="utf-8")
    monkeypatch.setattr(os, call, fail)
    with pytest.raises((WriteError, KeyboardInterrupt)) as raised:
        output.write_file(str(target), "新")
    assert [(p.name, p.read_text(encoding="utf-8")) for p in tmp_path.iterdir()] == [("结果.json", "旧")]
    if isinstance(error, OSError):
        assert str(raised.value) == f"结果没有写成：{target}：磁盘已满"


def test_a_result_of_the_longest_name_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("报" * 83 + ".txt")
    output.write_file(str(target), "新")
    assert target.read_text(encoding="utf-8") == "新"


def test_a_lone_surrogate_is_written_as_its_escape(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    output.write_file(str(target), "\udce4")
    assert target.read_bytes() == b"\\udce4"


@pytest.mark.parametrize(
    ("argv", "session"),
    [
        (["check", "a", "--lang", "en"], Session("en")),
        (["check", "a", "--lang=en", "--debug"], Session("en", True)),
        (["--lang", "en", "check", "--lang", "zh"], Session("zh")),
        (["check", "--", "--lang=en", "--debug"], Session("zh")),
        (["check", "--lang"], Session("zh")),
    ],
)
def test_language_and_debugging_are_known_before_the_command_line_is_understood(
    argv: list[str], session: Session
) -> None:
    assert Session.of(argv) == session


@pytest.mark.parametrize(
    ("codes", "code"), [([], 0), ([0, 1], 1), ([1, 3, 0], 3), ([3, 2], 2), ([2, 4, 1], 4), ([70, 4, 2, 3], 70)]
)
def test_the_gravest_exit_code_wins(codes: list[int], code: int) -> None:
    assert gravest(codes) == code

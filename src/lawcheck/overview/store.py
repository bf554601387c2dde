"""Where the records of a run lie: a temporary file, and from run to run a file of JSON lines.

So memory does not grow with the number of reports, and a report that has not changed is not read again. A line of the
file from an earlier run counts only when its key is that of the report now, and it is whole and of the right shape:
anything else is as if it were not there.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict
from functools import cache
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO, Literal, TypeVar, get_origin, get_type_hints

from lawcheck.errors import LawcheckError
from lawcheck.model.checklist import SEVERITIES
from lawcheck.overview.element import BY_ID
from lawcheck.overview.record import STATES, WEIGHTS, Details, Mark, Passage, Standing, Summary
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.sidecar import beside
from lawcheck.readers.source import take

T = TypeVar("T")
SCHEMA = "lawcheck.overview/1"
_HEAD = b'{"schema":"lawcheck.overview/'
_LONGEST_LINE = 16 * 1024 * 1024
_MOST_BYTES = 2 * 1024 * 1024 * 1024


def key(path: str, options: Mapping[str, object]) -> str | None:
    """Return what the record of a report depends on, as a hash: its bytes, what lies beside it, how it is checked.

    None when the file cannot be read: the check then says why.
    """
    try:
        data, known = take(path).data, beside(path)
    except (Refusal, LawcheckError):
        return None
    parts = {
        "schema": SCHEMA,
        "sha256": hashlib.sha256(data).hexdigest(),
        "suffix": os.path.splitext(path)[1].lower(),
        "beside": list(known),
        "options": dict(options),
    }
    return hashlib.sha256(_dump(parts)).hexdigest()


def is_state(path: str) -> bool:
    """Say whether what a run leaves may go to `path`: nothing is there, or what an earlier run left."""
    if not os.path.lexists(path):
        return True
    file = _opened(path)
    if file is None:
        return False
    with file:
        head = file.read(len(_HEAD))
    return not head or head == _HEAD


class Store:
    """Records by number, in the order in which they were put."""

    def __init__(self) -> None:
        self._file: IO[bytes] = TemporaryFile(prefix="lawcheck-")  # noqa: SIM115 - closed by close()
        self._places: list[tuple[int, int]] = []
        self._kept: list[bool] = []

    def put(self, key: str | None, summary: Summary, details: Details) -> int:
        """Keep a record and return its number; one without a key is for this run only."""
        tree = {"summary": asdict(summary), "details": asdict(details)}
        return self._append(_line(key or "", tree), bool(key))

    def known(self, path: str | None, keys: Collection[str]) -> dict[str, tuple[int, Summary]]:
        """Return the records of an earlier run that are under one of `keys`, by key: now they are of this one too."""
        found: dict[str, tuple[int, Summary]] = {}
        for line in _lines(path):
            entry = _entry(line)
            if entry is not None and entry[0] in keys and entry[0] not in found:
                found[entry[0]] = (self._append(line, True), entry[1])
        return found

    def details(self, number: int) -> Details:
        """Return the details of a record."""
        at, size = self._places[number]
        self._file.seek(at)
        return _details(json.loads(self._file.read(size))["record"]["details"])

    def saved(self) -> Iterator[bytes]:
        """Yield the lines that a later run may know reports by, in pieces."""
        yield _dump({"schema": SCHEMA}) + b"\n"
        for (at, size), is_kept in zip(self._places, self._kept, strict=True):
            if is_kept:
                self._file.seek(at)
                yield self._file.read(size) + b"\n"

    def close(self) -> None:
        """Let the temporary file go."""
        self._file.close()

    def _append(self, line: bytes, is_kept: bool) -> int:
        self._file.seek(0, os.SEEK_END)
        self._places.append((self._file.tell(), len(line)))
        self._kept.append(is_kept)
        self._file.write(line)
        return len(self._places) - 1


def _line(key: str, tree: dict[str, Any]) -> bytes:
    return _dump({"key": key, "sum": _sum(key, tree), "record": tree})


def _sum(key: str, tree: dict[str, Any]) -> str:
    return hashlib.sha256(key.encode() + _dump(tree)).hexdigest()


def _dump(tree: object) -> bytes:
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")  # a text may hold half a pair; json.loads takes it back


def _lines(path: str | None) -> Iterator[bytes]:
    """Yield the lines of a file of an earlier run; none where there is none, or what is there is no such file."""
    if path is None:
        return
    file = _opened(path)
    if file is None:
        return
    with file:
        try:
            if file.readline(_LONGEST_LINE) != _dump({"schema": SCHEMA}) + b"\n":
                return
            while line := file.readline(_LONGEST_LINE):
                if line.endswith(b"\n"):
                    yield line[:-1]
        except OSError:
            return


def _opened(path: str) -> BinaryIO | None:
    """Open an ordinary file that is not too large; None for whatever else is there, or cannot be opened."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    told = os.fstat(descriptor)
    if not stat.S_ISREG(told.st_mode) or told.st_size > _MOST_BYTES:
        os.close(descriptor)
        return None
    return open(descriptor, "rb")


def _entry(line: bytes) -> tuple[str, Summary] | None:
    """Return key and summary of a line that is whole and of the right shape."""
    try:
        tree = json.loads(line)
        key, record = tree["key"], tree["record"]
        if tree["sum"] != _sum(key, record):
            return None
        _details(record["details"])
        return key, _summary(record["summary"])
    except (ValueError, TypeError, KeyError, RecursionError, AttributeError):
        return None


def _summary(tree: dict[str, Any]) -> Summary:
    standings = tuple(_made(Standing, one) for one in _list(tree["standings"]))
    if any(one.state not in STATES for one in standings) or [one.element for one in standings] != list(BY_ID):
        raise ValueError
    return _made(Summary, {**tree, "standings": standings})


def _details(tree: dict[str, Any]) -> Details:
    marks = tuple(_made(Mark, one) for one in _list(tree["marks"]))
    if any(one.weight not in WEIGHTS or one.severity not in SEVERITIES or one.element not in BY_ID for one in marks):
        raise ValueError
    texts = {name: tuple(map(_text, _list(tree[name]))) for name in ("unseen", "still_open", "lacking")}
    passages = tuple(_made(Passage, one) for one in _list(tree["passages"]))
    return _made(Details, {**tree, **texts, "marks": marks, "passages": passages})


def _made(kind: type[T], tree: dict[str, Any]) -> T:
    """Return a value whose fields are all there, none else, each of its type. Raises: TypeError."""
    made = kind(**tree)
    for name, wanted in _types(kind):  # type: ignore[arg-type]  # a class is hashable
        if type(getattr(made, name)) is not wanted:
            raise TypeError
    return made


@cache
def _types(kind: type) -> tuple[tuple[str, type], ...]:
    # States and weights are strings; lists of values were turned into tuples before.
    origins: dict[object, type] = {Literal: str, tuple: tuple}
    return tuple((name, origins.get(get_origin(hint), hint)) for name, hint in get_type_hints(kind).items())


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value

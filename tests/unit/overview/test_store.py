from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.overview.digest import digest
from lawcheck.overview.store import Store, key
from lawcheck.renderers import Style
from tests.results import DEFECTIVE, GOOD

SUMMARY, DETAILS = digest(DEFECTIVE, Style())
OTHER = digest(GOOD, Style())


def saved(*records: tuple[str | None, object, object]) -> bytes:
    store = Store()
    for name, summary, details in records:
        store.put(name, summary, details)  # type: ignore[arg-type]
    data = b"".join(store.saved())
    store.close()
    return data


STATE = saved(("a", SUMMARY, DETAILS), ("b", *OTHER), (None, *OTHER))


def known(path: Path, *keys: str) -> list[str]:
    store = Store()
    found = store.known(str(path), set(keys))
    for number, _ in found.values():
        store.details(number)
    store.close()
    return sorted(found)


def test_a_record_comes_back_as_it_was_put() -> None:
    store = Store()
    odd = replace(DETAILS, unseen=("半个字\ud800", "引号\"'", "行\n行"))
    numbers = [store.put("a", SUMMARY, odd), store.put(None, *OTHER)]
    assert [store.details(n) for n in numbers] == [odd, OTHER[1]]
    store.close()


def test_a_later_run_knows_the_records_whose_keys_it_asks_for(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.write_bytes(STATE)
    store = Store()
    found = store.known(str(state), {"a", "c"})
    number, summary = found["a"]
    assert (list(found), summary, store.details(number)) == (["a"], SUMMARY, DETAILS)
    assert known(state, "a", "b") == ["a", "b"]
    state.write_bytes(b"".join(store.saved()))
    store.close()
    assert known(state, "a", "b") == ["a"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80\x04.",
        STATE.replace(b"overview/1", b"overview/2"),
        STATE.split(b"\n", 1)[1],
        STATE.replace(b"E125", b"E124"),
        STATE.replace(b'"passed":false', b'"passed":true'),
        STATE[: STATE.index(b'"key":"b"')].replace(b"\n", b"", 1),
        b"[" * 100_000,
    ],
)
def test_what_is_not_whole_is_as_if_it_were_not_there(tmp_path: Path, data: bytes) -> None:
    state = tmp_path / "state"
    state.write_bytes(data)
    assert known(state, "a") == []


def resealed(change: str, value: object) -> bytes:
    """Return a state whose line bears the right sum over a record of the wrong shape."""
    from lawcheck.overview import store

    head, line = STATE.split(b"\n")[:2]
    tree = json.loads(line)
    where = tree["record"]
    *path, last = change.split(".")
    for step in path:
        where = where[int(step) if step.isdigit() else step]
    where[last] = value
    tree["sum"] = store._sum(tree["key"], tree["record"])
    return head + b"\n" + store._dump(tree) + b"\n"


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("summary.mends", "2"),
        ("summary.passed", 0),
        ("summary.extra", 1),
        ("summary.standings", []),
        ("summary.standings.0.state", "fine"),
        ("details.marks.0.severity", "grave"),
        ("details.marks.0.element", "x"),
        ("details.marks.0.message", None),
        ("details.marks", {}),
        ("details.unseen", [1]),
        ("details.passages.0.text", 1),
    ],
)
def test_a_record_of_the_wrong_shape_is_none_though_its_sum_is_right(
    tmp_path: Path, change: str, value: object
) -> None:
    state = tmp_path / "state"
    state.write_bytes(resealed("summary.mends", SUMMARY.mends))
    assert known(state, "a") == ["a"]
    state.write_bytes(resealed(change, value))
    assert known(state, "a") == []


@given(at=st.integers(0, len(STATE) - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_never_stops_a_run(at: int, bit: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    data = bytearray(STATE)
    data[at] ^= 1 << bit
    state = tmp_path_factory.getbasetemp() / "flipped"
    state.write_bytes(data)
    assert set(known(state, "a", "b")) < {"a", "b"} or data == STATE


@pytest.mark.parametrize("kind", ["folder", "fifo", "absent"])
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "state"
    if kind == "folder":
        place.mkdir()
    elif kind == "fifo":
        if not hasattr(os, "mkfifo"):
            pytest.skip("no FIFOs on this system")
        os.mkfifo(place)
    assert known(place, "a") == []


def test_a_key_changes_with_all_that_a_result_depends_on_and_not_with_the_name(tmp_path: Path) -> None:
    first, second, other = (tmp_path / name for name in ("a.txt", "b.txt", "a.md"))
    for path in (first, second, other):
        path.write_bytes(b"A")
    options = {"version": "1", "year": 2024}
    one = key(str(first), options)
    assert one is not None
    assert key(str(second), options) == one
    assert key(str(other), options) != one
    assert key(str(first), {**options, "year": None}) != one
    (tmp_path / "a.txt.meta.json").write_text('{"published": "2025-03-01"}')
    assert key(str(first), options) != one
    (tmp_path / "a.txt.meta.json").write_text("{")
    assert key(str(first), options) is None
    assert key(str(tmp_path / "absent"), options) is None

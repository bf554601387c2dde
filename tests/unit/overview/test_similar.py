from __future__ import annotations

import random
import time
from collections.abc import Sequence

import pytest

from lawcheck.overview import similar
from lawcheck.overview.record import Passage
from lawcheck.overview.similar import Copy, copies, likeness

SHARED = (
    "围绕群众反映集中的停车收费问题，组织街道、城管和物价部门开展联合整治，逐个小区核对收费公示和备案情况，"
    "对十二家物业企业当场指出不足并限期改正，整治结束后委托第三方回访住户三百余户，满意的占九成以上。"
)


def own(seed: int, length: int = 200) -> str:
    """Return words that no other report has."""
    chars = random.Random(seed)  # noqa: S311 - the same on every run
    return "".join(chr(0x4E00 + chars.randrange(8000)) for _ in range(length)) + "。"


def found(*reports: Sequence[str], units: Sequence[str] | None = None) -> tuple[Copy, ...]:
    passages = [[Passage(f"第 {n} 段", text) for n, text in enumerate(texts, 1)] for texts in reports]
    names = units or [str(n) for n in range(len(reports))]
    return copies(names, passages.__getitem__)[0]


def test_a_passage_that_two_units_share_is_told_with_both_places() -> None:
    (copy,) = found([own(1), SHARED], [SHARED, own(2)])
    assert (copy.first, copy.second, copy.first_place, copy.second_place) == (0, 1, "第 2 段", "第 1 段")
    assert (copy.likeness, copy.first_text, len(copy.second_text)) == (100, SHARED, len(SHARED))
    assert copy.characters == sum("\u4e00" <= c <= "\u9fff" for c in SHARED)


@pytest.mark.parametrize(
    "other",
    [
        SHARED.replace("十二", "三十"),
        SHARED.replace("街道", "乡镇"),
        SHARED.replace("，", ", "),
        own(8, 50) + SHARED + own(9, 50),
        SHARED + "2024年共18次。",
    ],
)
def test_a_copy_with_small_changes_or_in_a_longer_paragraph_is_found(other: str) -> None:
    (copy,) = found([SHARED], [other])
    assert copy.likeness >= 80


@pytest.mark.parametrize(
    "other", [own(3), SHARED[:40] + own(4), "".join(reversed(SHARED)), SHARED[:30] + own(5, 60) + SHARED[60:]]
)
def test_what_shares_only_a_little_is_no_copy(other: str) -> None:
    assert found([SHARED], [other]) == ()


def test_what_more_than_a_few_units_write_is_a_set_phrase() -> None:
    assert found(*[[own(n), SHARED] for n in range(4)]) == ()
    assert len(found(*[[own(n), SHARED] for n in range(3)])) == 3


def test_of_many_units_a_few_more_may_share_it() -> None:
    shared = [[own(n), *([SHARED] if n < 5 else [])] for n in range(100)]
    assert len(found(*shared)) == 10
    shared = [[own(n), *([SHARED] if n < 6 else [])] for n in range(100)]
    assert found(*shared) == ()


def test_two_reports_of_one_unit_are_not_compared() -> None:
    assert found([SHARED], [SHARED], units=["a", "a"]) == ()


def test_a_short_sentence_alone_is_no_copy() -> None:
    assert (
        found(
            ["组织全体执法人员参加法律知识考试并将成绩记入个人档案。"],
            ["组织全体执法人员参加法律知识考试并将成绩记入个人档案。"],
        )
        == ()
    )


def test_passages_that_follow_each_other_in_both_are_one() -> None:
    texts = [own(n, 60) for n in range(5)]
    (copy,) = found(["".join(texts)], [own(9), *texts])
    assert copy.characters == 300


def test_a_passage_that_one_of_two_has_twice_is_told_once() -> None:
    assert len(found([SHARED, own(1), SHARED], [SHARED])) == 1


def test_a_report_that_repeats_itself_without_end_costs_little() -> None:
    start = time.process_time()
    found([SHARED] * 2000, [SHARED] * 2000, [own(n) for n in range(2000)])
    assert time.process_time() - start < 10


def test_where_the_index_is_full_every_second_run_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "_SAMPLED", 500)
    reports = [[own(2 * n), own(2 * n + 1), *([SHARED] if n < 2 else [])] for n in range(10)]
    assert [(c.first, c.second) for c in found(*reports)] == [(0, 1)]


def test_likeness_is_of_the_runs_of_both() -> None:
    assert (likeness("", ""), likeness(SHARED, SHARED), likeness(own(1), own(2))) == (1.0, 1.0, 0.0)
    assert 0.9 < likeness(SHARED * 1, SHARED + "完毕") < 1

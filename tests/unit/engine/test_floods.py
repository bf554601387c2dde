"""Shipped patterns run without a time budget: each stays linear on text made to be hard for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache

import pytest

from lawcheck import load_ruleset
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.marks import lone_marks

SIZE = 20_000
SECONDS = 2.0  # a pattern that backtracks needs minutes for as much
SEEDS = """
a 1 因 受 《 》 “ ” （ ） × X XX 诉× 原告× * ** *年 _ 首页> 字体：大 &nbsp <p REF_Ref1 HYPERLINK“ [bookmark: 原因 不足和
主要 一 一、 （一） 第一责任人 存在 问题 2025年 20 二〇 附件下载 a. 情况 年度 报告 法治 云溪县 1） 待 。 ， ……
"""


@cache
def vocabulary() -> Vocabulary:
    return load_ruleset().vocabulary


@pytest.mark.parametrize("name", sorted(vocabulary().cues))
def test_a_cue_is_found_in_linear_time(name: str) -> None:
    matcher = vocabulary().matcher(vocabulary().cues[name])
    assert [seed for seed in SEEDS.split() if taken(matcher.finditer, seed) > SECONDS] == []


@pytest.mark.parametrize("pair", ["《》", "“”", "（）", "〔〕"])
def test_lone_marks_are_found_in_linear_time(pair: str) -> None:
    assert [seed for seed in SEEDS.split() if taken(lambda text: lone_marks(text, pair), seed) > SECONDS] == []


def taken(search: Callable[[str], object], seed: str) -> float:
    text = seed * (SIZE // len(seed))
    start = time.perf_counter()
    search(text)
    return time.perf_counter() - start

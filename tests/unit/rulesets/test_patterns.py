"""Patterns of rule files: what is looked at before they are compiled."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.rulesets.pattern_scan import MAX_COUNTS, MAX_DEPTH, MAX_SIZE, Refused, scan
from lawcheck.text.pattern import MAX_PATTERN, Pattern, PatternError
from tests.unit.rulesets.folders import PROFILE, VOCABULARY, changed, refusal


@pytest.mark.parametrize(
    ("source", "size"),
    [
        ("原因是", 3),
        (r"\p{Han}{2,30}+", 30),
        (r"《[^》\n]{1,40}+》", 42),
        ("(?:ab{100}){100}", 10_100),
        ("(?:a{100}){100}", MAX_COUNTS),
        ("a{10000}", MAX_COUNTS),
        ("a{,5}b{3,}", 8),
        ("[](?R)]", 1),
        (r"\{年\}\[", 4),
        ("(?P<x>甲)(?P=x)", 2),
        ("(?<=。)(?<!，)(?=甲)(?!乙)(?>丙)(?i:丁)", 6),
        ("(" * MAX_DEPTH + ")" * MAX_DEPTH, 1),
        ("x" * MAX_PATTERN, MAX_PATTERN),
    ],
)
def test_what_is_let_through_is_counted_with_its_repeats_written_out(source: str, size: int) -> None:
    assert scan(source) == size
    Pattern(source)


@pytest.mark.parametrize(
    "source",
    [
        "a{10001}",
        "(?:a{100}){101}",
        "(?:(?:a{1000}){1000}){1000}",
        "a{1000000000}",
        "a{99999999999999999999}",
        "|".join(["a{10000}"] * 3),
        f"(?:{'a[bc]' * 300}){{100}}",
        "(" * (MAX_DEPTH + 1) + ")" * (MAX_DEPTH + 1),
        "x" * (MAX_PATTERN + 1),
        "a(?R)?b",
        "(?0)",
        "(a(?1)?b)",
        "(?P<x>a(?&x)?)",
        "(?P>x)",
        "(a)(?(1)b|c)",
        "(?|a|b)",
        "(?i)a",
        "(?V1)[a--b]",
        "(?x: # [\n(?R))",
        "(?#x)",
        "(*PRUNE)a",
        "(?:甲乙){e<=1}",
        "(?:a){i}",
        "a{2i+1s<=3}",
        r"\L<words>",
        r"(a)\1",
        r"\g<1>",
        r"a\Kb",
        "a{",
        r"[\]](?R)",
        r"[^]](?R)",
    ],
    ids=lambda source: source[:20],
)
def test_what_is_refused_is_never_compiled(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused) as caught:
        scan(source)
    assert caught.value.text != caught.value.text.en


def test_a_bomb_in_a_rule_file_ends_at_once(tmp_path: Path) -> None:
    begun = time.monotonic()
    text = changed("[原因是, 由于]}", "[x], re: ['(?:(?:a{1000}){1000}){1000}']}", VOCABULARY)
    assert refusal(tmp_path, vocabulary=text) == ("vocabulary.yaml:18:30：重复次数相乘得 1000000，超过 10000")
    assert time.monotonic() - begun < 2


def test_many_phrases_are_too_large_together(tmp_path: Path) -> None:
    words = ", ".join(f"甲{i:09}" for i in range(20_000))
    text = changed("[原因是, 由于]", f"[{words}]", VOCABULARY)
    assert "：到这里，规则集的短语和模式合计超过 200000 个字符" in refusal(tmp_path, vocabulary=text)


def test_many_large_patterns_are_too_large_together(tmp_path: Path) -> None:
    lines = "".join(f"      - '[甲{i}]{{10000}}'\n" for i in range(60))
    text = VOCABULARY.replace("  cause: {phrases: [原因是, 由于]}\n", f"  cause:\n    re:\n{lines}")
    assert refusal(tmp_path, vocabulary=text).startswith(
        "vocabulary.yaml:39:9：到这里，规则集的短语和模式合计超过 200000 个字符"
    )


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"vocabulary": changed("{phrases: [主要举措]}", "{re: ['(举措']}", VOCABULARY)},
            "vocabulary.yaml:4:21：模式有语法错误（",
        ),
        (
            {"vocabulary": changed("{phrases: [主要举措]}", "{re: ['']}", VOCABULARY)},
            "vocabulary.yaml:4:21：模式不能为空",
        ),
        (
            {"vocabulary": changed("{phrases: [主要举措]}", "{phrases: ['']}", VOCABULARY)},
            "vocabulary.yaml:4:26：短语不能为空",
        ),
        (
            {"vocabulary": changed("['{next}年.{0,10}安排']", "[x]\n      unless: ['{next}年']", VOCABULARY)},
            "vocabulary.yaml:9:16：花括号里只能是次数",
        ),
        (
            {"vocabulary": changed("{phrases: [通知]}", "{re: ['{year}年']}", VOCABULARY)},
            "vocabulary.yaml:15:19：花括号里只能是次数",
        ),
        (
            {"profiles__national": f"{PROFILE}issuers: {{re: ['(?R)']}}\n"},
            "profiles/national.yaml:4:16：不支持“(?R)”这种写法",
        ),
        (
            {
                "national__parts": changed(
                    "roles: [measures]", "require: [{re: ['(?1)']}]", changed("section", "text")
                ).replace("“{part}”", "")
            },
            "national/parts.yaml:10:21：不支持“(?1)”这种写法",
        ),
    ],
)
def test_a_pattern_is_refused_at_its_place_wherever_it_stands(
    tmp_path: Path, files: dict[str, str], message: str
) -> None:
    assert refusal(tmp_path, **files).startswith(message)


@given(st.text(alphabet="ab(){}[]?*+|^$.\\<>=!:PRLe0123,-甲", max_size=60))
def test_looking_at_a_pattern_never_fails_and_what_passes_is_small(source: str) -> None:
    try:
        size = scan(source)
    except Refused:
        return
    assert size <= MAX_SIZE
    with contextlib.suppress(PatternError):
        Pattern(source)

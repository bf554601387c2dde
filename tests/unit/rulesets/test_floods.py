"""Large and hostile rule sets end in time, whatever there is to say about them."""

from __future__ import annotations

import time

import pytest

from lawcheck.rulesets.fault import MAX_FAULTS
from lawcheck.rulesets.load import read_files
from lawcheck.rulesets.rules import MAX_RULES
from tests.unit.rulesets.folders import BASIS, PROFILE, RULE, VOCABULARY, changed

SET = {
    "basis.yaml": BASIS,
    "vocabulary.yaml": VOCABULARY,
    "national/parts.yaml": RULE,
    "profiles/national.yaml": PROFILE,
}
BODY = RULE.removeprefix("rules:\n")


def rules(count: int) -> str:
    return "rules:\n" + "".join(BODY.replace("X1", f"X{i}") for i in range(count))


FLOODS = {
    "unknown keys": {"national/parts.yaml": RULE + "".join(f"    severty{i}: 1\n" for i in range(20_000))},
    "unknown kinds": {"national/parts.yaml": rules(2000).replace("section", "sectoin")},
    "missing keys": {"national/parts.yaml": "rules:\n" + "  - {id: X1}\n" * 30_000},
    "no mappings": {"national/parts.yaml": "rules: [" + "x, " * 90_000 + "]"},
    "unknown parts": {"national/parts.yaml": rules(2000).replace("measures]", "messures]")},
    "unknown rules": {
        "national/parts.yaml": rules(2000),
        "profiles/national.yaml": changed(
            "[national/*.yaml]", "[" + ", ".join(f"Y{i}" for i in range(20_000)) + "]", PROFILE
        ),
    },
    "one file named often": {
        "national/parts.yaml": rules(2000),
        "profiles/national.yaml": changed("[national/*.yaml]", "[" + "national/*.yaml, " * 20_000 + "]", PROFILE),
    },
    "changes": {"profiles/national.yaml": PROFILE + "adjust:\n" + "  - {rule: X1, severity: info}\n" * 20_000},
    "equal parts": {
        "vocabulary.yaml": "roles:\n" + "  - {id: a, title: {zh: 甲, en: a}, headings: {}}\n" * 12_000,
    },
    "phrases": {"vocabulary.yaml": VOCABULARY.replace("[原因是, 由于]", "[" + "甲乙, " * 90_000 + "]")},
    "families": {
        "vocabulary.yaml": VOCABULARY + "".join(f"  c{i}: {{re: ['甲{{3,9}}[乙丙]{i}']}}\n" for i in range(6_000)),
    },
    "long names": {"national/parts.yaml": RULE.replace("section", "s" * 60_000)},
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_ends_in_time(name: str) -> None:
    files = {n: text.encode() for n, text in {**SET, **FLOODS[name]}.items()}
    begun = time.process_time()
    ruleset, faults = read_files(files, "rules")
    assert time.process_time() - begun < 10
    assert (ruleset is None) == bool(faults)
    assert len(faults) <= MAX_FAULTS


def test_a_set_as_large_as_may_be_loads_in_time() -> None:
    many = {f"national/m{i}.yaml": rules(80).replace("id: X", f"id: X{i}.") for i in range(60)}
    begun = time.process_time()
    ruleset, _ = read_files({n: text.encode() for n, text in {**SET, **many}.items()}, "rules")
    assert time.process_time() - begun < 10
    assert ruleset is not None
    assert MAX_RULES - 300 < len(ruleset.plan("national").rules) < MAX_RULES

"""Rule files: every kind of mistake is told with its exact place and, where there is one, the nearest valid name."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck.rule.rule import Citation, Guard
from lawcheck.rulesets.load import load_folder
from tests.unit.rulesets.folders import BASIS, RULE, VOCABULARY, changed, refusal, write

RULES = "national/parts.yaml"


def test_a_rule_comes_out_as_a_plain_value(tmp_path: Path) -> None:
    text = RULE + (
        "    since: 2020\n    when: {genre: [report], format: [docx], absent: [plan]}\n"
        "    remedy: {zh: 补写, en: add it}\n    cases:\n      - {case: empty, severity: info}\n"
        "    tests:\n      - {text: 主要举措, expect: satisfied, year: 2024}\n"
    )
    rule = load_folder(write(tmp_path, national__parts=text)).rule("X1")
    assert (rule.id, rule.kind, str(rule.title), rule.title.en) == ("X1", "section", "有举措部分", "has measures")
    assert rule.basis == (Citation("L1", "第三条"),)
    assert rule.when == Guard(genre=("report",), format=("docx",), absent=("plan",))
    assert (rule.since, rule.until, rule.source, rule.is_shipped) == (2020, None, "custom:national/parts.yaml:2", False)
    assert [(case.case, case.severity) for case in rule.cases] == [("empty", "info")]
    assert [(test.text, test.expect, test.year) for test in rule.tests] == [("主要举措", "satisfied", 2024)]
    assert rule.remedy is not None
    assert rule.remedy.en == "add it"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    category: missing\n", "    catgory: missing\n", "5:5：不认识的键“catgory”；是不是“category”？"),
        ("    roles: [measures]\n", "    role: [measures]\n", "10:5：不认识的键“role”；是不是“roles”？"),
        ("{zh: 有举措部分, en: has measures}", "{zh: 有举措部分}", "4:12：缺少“en”"),
        (
            "{zh: 有举措部分, en: has measures}",
            "{zh: 有举措部分, en: x, eng: y}",
            "4:31：不认识的键“eng”；是不是“en”？可用：en、zh",
        ),
        ("{zh: 有举措部分, en: has measures}", "有举措部分", "4:12：应为“键: 值”的映射，这里是“有举措部分”"),
        ("{zh: 有举措部分, en: has measures}", "", "4:11：应为“键: 值”的映射，这里是空的"),
        ("{zh: 有举措部分, en: has measures}", "{zh: 2024, en: x}", "4:17：应为文字；“2024”若是文字请加引号"),
        ("{zh: 有举措部分, en: has measures}", "{zh: true, en: x}", "4:17：应为文字；“true”若是文字请加引号"),
        ("{zh: 有举措部分, en: has measures}", "{zh: {part}, en: x}", "4:17：应为文字；以“{”或“[”开头的文字要加引号"),
        ("{zh: 有举措部分, en: has measures}", "{zh: '', en: x}", "4:17：不能为空"),
        ("{zh: 有举措部分, en: has measures}", f"{{zh: {'长' * 501}, en: x}}", "4:17：超过 500 个字"),
        ("{zh: 有举措部分, en: has measures}", "[甲]", "4:12：应为“键: 值”的映射"),
        ("severity: error", "severity: eror", "6:15：不认识的值“eror”；是不是“error”？可用：error、info、warning"),
        ("severity: error", "severity: fatal", "6:15：不认识的值“fatal”；可用：error、info、warning"),
        ("    kind: section\n", "", "2:5：缺少“kind”"),
        ("id: X1", "id: X 1", "2:9：“X 1”不能作编号或名称；只能用 1 至 64 个英文字母、数字和 . _ -"),
        ("id: X1", "id: 规则一", "2:9：“规则一”不能作编号或名称；只能用 1 至 64 个英文字母、数字和 . _ -"),
        ("id: X1", f"id: {'x' * 65}", f"2:9：“{'x' * 39}…”不能作编号或名称；只能用 1 至 64 个英文字母、数字和 . _ -"),
        ("id: X1", "id: 12", "2:9：应为文字；“12”若是文字请加引号"),
        ("- {id: L1, article: 第三条}", "- {id: L3}", "9:14：没有名为“L3”的依据；可用：L1、L2"),
        ("- {id: L1, article: 第三条}", "- L1", "9:9：应为“键: 值”的映射，这里是“L1”"),
        (
            "- {id: L1, article: 第三条}",
            "- {id: L2, article: 第三条}",
            "9:27：依据“L2”尚未核对原文（verified: M），不能写条款号",
        ),
        ("    basis:\n      - {id: L1, article: 第三条}\n", "", "7:12：force: national 的规则要写明依据（basis）"),
        (
            "roles: [measures]",
            "roles: measures",
            "10:12：应为列表：每项一行，以“- ”开头，或写成 [甲, 乙]，这里是“measures”",
        ),
        (
            "roles: [measures]",
            "roles: [plan, messures]",
            "10:19：没有名为“messures”的部分（role）或线索词（cue）；是不是“measures”？可用：cause、measures、plan",
        ),
        ("roles: [measures]", "roles: []", "2:5：roles 不能为空"),
        ("roles: [measures]", "roles: [plan]\n    min_han: many", "11:14：应为整数，这里是“many”"),
        ("    roles:", "    since: 2025\n    until: 2024\n    roles:", "11:12：until 早于 since"),
        ("    roles:", "    since: 24\n    roles:", "10:12：应 ≥ 1900，这里是 24"),
        (
            "    roles:",
            "    when: {genre: [notce]}\n    roles:",
            "10:20：没有名为“notce”的文种；是不是“notice”？可用：notice、other、report",
        ),
        (
            "    roles:",
            "    when: {part: [plans]}\n    roles:",
            "10:19：没有名为“plans”的部分（role）；是不是“plan”？可用：measures、plan",
        ),
        ("    roles:", "    when: {absent: [x]}\n    roles:", "10:21：没有名为“x”的部分（role）；可用：measures、plan"),
        (
            "    roles:",
            "    when: {format: [docs]}\n    roles:",
            "10:21：没有名为“docs”的文件格式；是不是“doc”？可用：doc、docx、html、md、odt、ofd、pdf、rtf、txt",
        ),
        (
            "    roles:",
            "    when: {mentions: [causes]}\n    roles:",
            "10:23：没有名为“causes”的线索词（cue）；是不是“cause”？可用：cause",
        ),
        (
            "    roles:",
            "    when: {within: [plan]}\n    roles:",
            "10:20：within 只和 mentions 一起用",
        ),
        (
            "    roles:",
            "    when: {gnre: [x]}\n    roles:",
            "10:12：不认识的键“gnre”；是不是“genre”？可用：absent、format、genre、mentions、part、within",
        ),
        (
            "    roles:",
            "    cases: [{severty: info}]\n    roles:",
            "10:14：不认识的键“severty”；是不是“severity”？可用：case、message、remedy、severity、when",
        ),
        (
            "    roles:",
            "    tests: [{text: a, expect: passed}]\n    roles:",
            "10:31：不认识的值“passed”；可用：doubtful、not_applicable、not_satisfied、satisfied、undetermined",
        ),
        ("    roles:", "    tests: [{expect: satisfied}]\n    roles:", "10:13：缺少“text”"),
    ],
)
def test_a_mistake_in_a_rule_is_told_at_its_node(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert refusal(tmp_path, national__parts=changed(old, new)) == f"{RULES}:{message}"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: section", "kind: sectoin", "3:11：没有名为“sectoin”的规则类型（kind）；是不是“section”？"),
        ("“{part}”部分", "“{prat}”部分", "12:11：没有名为“prat”的可填字段；是不是“part”？"),
        ("no part “{part}”", "no part “{prat}”", "13:11：没有名为“prat”的可填字段；是不是“part”？"),
        (
            "    roles:",
            "    remedy: {zh: '{wher}', en: x}\n    roles:",
            "10:18：没有名为“wher”的可填字段；是不是“where”？",
        ),
        ("    roles:", "    cases: [{case: emty}]\n    roles:", "10:20：没有名为“emty”的情形（case）；是不是“empty”？"),
    ],
)
def test_a_name_that_belongs_to_the_kind_is_compared_with_the_kinds_own(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert refusal(tmp_path, national__parts=changed(old, new)).startswith(f"{RULES}:{message}")


def test_braces_around_something_that_is_no_name_are_text(tmp_path: Path) -> None:
    assert refusal(tmp_path, national__parts=changed("没有“{part}”部分", "没有 { 原文 } {} 部分")) == "loaded"


def test_of_many_mistakes_the_first_is_told_with_the_number_of_the_others(tmp_path: Path) -> None:
    text = RULE.replace("category: missing", "category: mising").replace("[measures]", "[]").replace("L1", "L9")
    assert refusal(tmp_path, national__parts=text) == (
        f"{RULES}:2:5：roles 不能为空（另有 1 处错误，可用 lawcheck rules lint 列出）"
    )


def test_an_id_is_taken_once_in_the_whole_set(tmp_path: Path) -> None:
    assert refusal(tmp_path, national__more=RULE) == f"{RULES}:2:9：编号“X1”已被使用"


def test_a_file_without_its_list_says_what_belongs_there(tmp_path: Path) -> None:
    assert refusal(tmp_path, national__parts="# nothing\n") == f"{RULES}:1:1：应为“键: 值”的映射，这里是空的"
    assert (
        refusal(tmp_path, national__parts="rule: []\n") == f"{RULES}:1:1：不认识的键“rule”；是不是“rules”？可用：rules"
    )
    assert refusal(tmp_path, national__parts="rules:\n") == (
        f"{RULES}:1:7：应为列表：每项一行，以“- ”开头，或写成 [甲, 乙]，这里是空的"
    )
    assert refusal(tmp_path, national__parts="rules: [标题：x]\n") == (
        f"{RULES}:1:9：应为“键: 值”的映射；这里用了全角冒号“：”；键名后面要用半角冒号加一个空格“: ”"
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("basis", "verified: V1", "verified: v1", "basis.yaml:4:15：不认识的值“v1”；可用：M、V1、V2、V3"),
        (
            "basis",
            "verified: V1",
            "verified: V1\n    in_force_from: 2024年",
            "basis.yaml:5:20：“2024年”不是日期；应写成 2024-01-31，或只写 2024-01、2024",
        ),
        (
            "basis",
            "verified: V1",
            "verified: V1\n    in_force_to: 2024-02-30",
            "basis.yaml:5:18：没有 2024-02-30 这一天",
        ),
        (
            "basis",
            "verified: V1",
            "verified: V1\n    in_force_from: 2024-02-01\n    in_force_to: 2024-01-31",
            "basis.yaml:6:18：失效日期早于施行日期",
        ),
        (
            "basis",
            "verified: V1",
            "verified: V1\n    in_force_from: 2024-02\n    in_force_to: 2024-01-31",
            "basis.yaml:6:18：失效日期早于施行日期",
        ),
        (
            "basis",
            "verified: V1",
            "verified: V1\n    in_force_to: 2024-13",
            "basis.yaml:5:18：“2024-13”不是日期；应写成 2024-01-31，或只写 2024-01、2024",
        ),
        ("basis", "id: L2", "id: L1", "basis.yaml:5:9：编号“L1”已被使用"),
        (
            "basis",
            "title: 凭记忆的文件",
            "titel: x",
            "basis.yaml:6:5：不认识的键“titel”；是不是“title”？可用：id、in_force_from、in_force_to、issuer、note、number、title、verified",
        ),
        ("vocabulary", "id: plan", "id: measures", "vocabulary.yaml:5:9：编号“measures”已被使用"),
        ("vocabulary", "id: notice", "id: report", "vocabulary.yaml:13:9：编号“report”已被使用"),
        (
            "vocabulary",
            "  cause: {phrases",
            "  原因: {phrases",
            "vocabulary.yaml:18:3：“原因”不能作编号或名称；只能用 1 至 64 个英文字母、数字和 . _ -",
        ),
        (
            "vocabulary",
            "[原因是, 由于]",
            "原因是",
            "vocabulary.yaml:18:20：应为列表：每项一行，以“- ”开头，或写成 [甲, 乙]，这里是“原因是”",
        ),
        (
            "vocabulary",
            "cause: {phrases: [原因是, 由于]}",
            "cause: {phases: [x]}",
            "vocabulary.yaml:18:11：不认识的键“phases”；是不是“phrases”？可用：phrases、re、unless",
        ),
        (
            "vocabulary",
            "organs:",
            "organ:",
            "vocabulary.yaml:16:1：不认识的键“organ”；是不是“organs”？可用：cues、genres、organs、roles",
        ),
    ],
)
def test_a_mistake_in_sources_or_words_is_told_at_its_node(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    told = refusal(tmp_path, **{file: changed(old, new, {"basis": BASIS, "vocabulary": VOCABULARY}[file])})
    assert told == message


def test_a_rule_is_found_by_its_aliases(tmp_path: Path) -> None:
    ruleset = load_folder(write(tmp_path, national__parts=changed("id: X1\n", "id: X1\n    aliases: [Y1, Y2]\n")))
    assert [ruleset.rule(name).id for name in ("X1", "Y1", "Y2")] == ["X1", "X1", "X1"]
    assert ruleset.rule("X1").aliases == ("Y1", "Y2")


@pytest.mark.parametrize(
    ("aliases", "message"),
    [
        ("[X1]", "national/parts.yaml:3:15：编号“X1”已被使用"),
        ("[Y1, Y1]", "national/parts.yaml:3:19：编号“Y1”已被使用"),
        ("[乙]", "national/parts.yaml:3:15：“乙”不能作编号或名称；只能用 1 至 64 个英文字母、数字和 . _ -"),
    ],
)
def test_an_alias_is_an_id_that_no_other_rule_has(tmp_path: Path, aliases: str, message: str) -> None:
    text = changed("id: X1\n", f"id: X1\n    aliases: {aliases}\n")
    assert refusal(tmp_path, national__parts=text).startswith(message)


def test_a_rule_may_not_take_the_alias_of_another(tmp_path: Path) -> None:
    first = changed("id: X1\n", "id: X1\n    aliases: [Y1]\n")
    second = changed("id: X1", "id: Y1").removeprefix("rules:\n")
    assert refusal(tmp_path, national__parts=first + second) == "national/parts.yaml:15:9：编号“Y1”已被使用"


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("[X2]", None, None),
        ("[X3]", None, "national/parts.yaml:10:17：没有名为“X3”的规则；可用：X1、X2"),
        ("[X1]", None, "national/parts.yaml:10:17：“X1”自己也让给别的规则（yields_to），可能谁都不说"),
        ("[X2]", "[X1]", "national/parts.yaml:10:17：“X2”自己也让给别的规则（yields_to），可能谁都不说"),
    ],
)
def test_a_rule_yields_to_a_rule_that_stands_firm(
    tmp_path: Path, first: str, second: str | None, message: str | None
) -> None:
    texts = [
        changed("    roles:", f"    yields_to: {to}\n    roles:" if to else "    roles:") for to in (first, second)
    ]
    both = texts[0] + texts[1].removeprefix("rules:\n").replace("id: X1", "id: X2")
    if message is None:
        assert load_folder(write(tmp_path, national__parts=both)).rule("X1").yields_to == ("X2",)
    else:
        assert refusal(tmp_path, national__parts=both).startswith(message)

"""Rule folders from outside: what is read, what is refused, and what the shipped rules are taken for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lawcheck.errors import RuleSetError, UsageError
from lawcheck.rulesets import RuleSet, lint, load_ruleset
from lawcheck.rulesets import folder as folder_module
from lawcheck.rulesets import rules as rules_module
from lawcheck.rulesets.folder import MAX_FILES
from lawcheck.rulesets.nesting import nested_repeat
from tests.unit.rulesets.folders import BASIS, PROFILE, RULE, VOCABULARY, changed, refusal, write


def test_a_complete_folder_stands_on_its_own(tmp_path: Path) -> None:
    ruleset = load_ruleset(write(tmp_path))
    assert (ruleset.id, [rule.id for rule in ruleset.rules], sorted(ruleset.basis)) == ("custom", ["X1"], ["L1", "L2"])
    assert ruleset.vocabulary.budget_s == 0.5
    assert load_ruleset(f"{tmp_path}/") == ruleset


def test_a_folder_without_words_and_sources_takes_the_shipped_ones(tmp_path: Path) -> None:
    shipped = load_ruleset()
    known = next(iter(shipped.basis))
    ruleset = load_ruleset(
        write(
            tmp_path,
            basis="",
            vocabulary="",
            national__parts=RULE.replace("{id: L1, article: 第三条}", f"{{id: {known}}}"),
        )
    )
    assert (ruleset.basis, ruleset.vocabulary.roles) == (shipped.basis, shipped.vocabulary.roles)
    assert (shipped.vocabulary.budget_s, ruleset.vocabulary.budget_s) == (None, 0.5)
    assert [rule.id for rule in ruleset.rules] == ["X1"]


def test_without_profiles_all_rules_are_one_class(tmp_path: Path) -> None:
    (profile,) = load_ruleset(write(tmp_path, profiles__national="")).profiles
    assert (profile.id, [rule.id for rule in profile.rules]) == ("national", ["X1"])


EXTENDS = "id: yunxi\nextends: builtin\n"


def extending(tmp_path: Path, **files: str) -> Path:
    known = next(iter(load_ruleset().basis))
    mine = {
        "ruleset": EXTENDS,
        "basis": "",
        "vocabulary": "",
        "profiles__national": "",
        "national__parts": RULE.replace("{id: L1, article: 第三条}", f"{{id: {known}}}"),
    }
    return write(tmp_path, **(mine | files))


def test_a_folder_that_extends_the_shipped_set_adds_its_rules_to_every_class(tmp_path: Path) -> None:
    shipped, ruleset = load_ruleset(), load_ruleset(extending(tmp_path))
    assert ruleset.id == "yunxi"
    assert {rule.id for rule in ruleset.rules} == {*(rule.id for rule in shipped.rules), "X1"}
    assert [p.id for p in ruleset.profiles] == [p.id for p in shipped.profiles]
    for mine, theirs in zip(ruleset.profiles, shipped.profiles, strict=True):
        assert {r.id for r in mine.rules} - {r.id for r in theirs.rules} == (set() if theirs.is_overlay else {"X1"})
    assert {rule.is_shipped for rule in ruleset.rules if rule.id != "X1"} == {True}


def test_a_folder_that_extends_the_shipped_set_may_have_its_own_class(tmp_path: Path) -> None:
    profile = "id: yunxi\ntitle: {zh: 云溪县, en: Yunxi}\noverlay: true\nrules: [X1]\n"
    ruleset = load_ruleset(extending(tmp_path, profiles__yunxi=profile))
    assert "X1" not in [planned.rule.id for planned in ruleset.plan("department").rules]
    assert "X1" in [planned.rule.id for planned in ruleset.plan("department+yunxi").rules]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"ruleset": "id: yunxi\nextends: bultin\n"},
            "ruleset.yaml:2:10：不认识的值“bultin”；是不是“builtin”？可用：builtin",
        ),
        ({"ruleset": "id: builtin\n"}, "ruleset.yaml:1:5：“builtin”是内置规则的名称，请另取一个"),
        ({"ruleset": "name: x\nid: x\n"}, "ruleset.yaml:1:1：不认识的键“name”；可用：extends、id"),
        ({"vocabulary": VOCABULARY}, "vocabulary.yaml:1:1：扩展内置规则时不能改动“roles”，只能增加 cues"),
        ({"basis": BASIS + "  - {id: R1, title: x, verified: M}\n"}, "basis.yaml:8:10：编号“R1”已被使用"),
        (
            {"national__parts": changed("id: X1", "id: E120").replace("L1, article: 第三条", "R1")},
            "national/parts.yaml:2:9：编号“E120”已被使用",
        ),
    ],
)
def test_what_an_extending_folder_may_not_do(tmp_path: Path, files: dict[str, str], message: str) -> None:
    assert refusal(extending(tmp_path, **files)).partition("（另有")[0] == message


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("vocabluary.yaml", "vocabluary.yaml：不认识的文件名；是不是“vocabulary.yaml”？"),
        ("rules.yaml", "rules.yaml：不认识的文件名；是不是“ruleset.yaml”？"),
        ("national/x.yml", "national/x.yml：规则文件的扩展名应为 .yaml"),
        ("basis.YAML", "basis.YAML：规则文件的扩展名应为 .yaml"),
        ("nationl/x.yaml", "nationl：不认识的文件夹名；是不是“national”？"),
    ],
)
def test_a_misspelt_file_is_never_passed_over(tmp_path: Path, name: str, message: str) -> None:
    write(tmp_path)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("rules: []\n", encoding="utf-8")
    assert refusal(tmp_path).startswith(message)


def test_what_is_no_rule_file_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path)
    for name in ("README.md", ".hidden.yaml", "national/.x.yaml", "docs/x.yaml", "national/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{{{", encoding="utf-8")
    assert refusal(tmp_path) == "loaded"


def test_a_place_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("rules: []\n", encoding="utf-8")
    for path, told in (
        (tmp_path / "absent", "没有这个文件夹"),
        (tmp_path / "rules.yaml", "规则集应是一个文件夹（内有 national/ 等），这里是文件"),
        ("a\0b", "没有这个文件夹"),
    ):
        with pytest.raises(RuleSetError) as caught:
            load_ruleset(path)
        assert str(caught.value).endswith(f"：{told}")


def test_an_empty_folder_has_no_rules(tmp_path: Path) -> None:
    with pytest.raises(RuleSetError) as caught:
        load_ruleset(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}：没有一个机关类别有规则；规则放在 national/*.yaml，类别放在 profiles/*.yaml"
    )


@pytest.mark.parametrize("link", ["national/x.yaml", "national", "basis.yaml"])
def test_a_link_never_leads_out_of_the_folder(tmp_path: Path, link: str) -> None:
    outside = write(tmp_path / "outside")
    inside = write(tmp_path / "inside", national__parts="", basis="")
    target = outside / ("national/parts.yaml" if link.endswith("x.yaml") else link)
    if (inside / link).is_dir():
        (inside / link).rmdir()
    (inside / link).symlink_to(target, target_is_directory=target.is_dir())
    assert refusal(inside) == f"{link}：链接指向规则集文件夹之外，不读取"


def test_a_link_to_the_folder_itself_and_links_inside_it_are_followed(tmp_path: Path) -> None:
    inside = write(tmp_path / "inside")
    (tmp_path / "door").symlink_to(inside, target_is_directory=True)
    (inside / "provincial").mkdir()
    (inside / "national" / "parts.yaml").rename(inside / "provincial" / "parts.txt")
    (inside / "national" / "parts.yaml").symlink_to(inside / "provincial" / "parts.txt")
    assert [rule.id for rule in load_ruleset(tmp_path / "door").rules] == ["X1"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_is_never_waited_for(tmp_path: Path) -> None:
    write(tmp_path)
    os.mkfifo(tmp_path / "national" / "x.yaml")
    assert refusal(tmp_path) == "national/x.yaml：不是普通文件"


def test_a_folder_named_like_a_rule_file_is_told(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "national" / "x.yaml").mkdir()
    assert refusal(tmp_path).startswith("national/x.yaml：读不了（")


def test_the_number_of_files_is_limited(tmp_path: Path) -> None:
    write(tmp_path)
    for i in range(MAX_FILES - 4):
        (tmp_path / "national" / f"m{i}.yaml").write_text("rules: []\n", encoding="utf-8")
    assert refusal(tmp_path) == "loaded"
    (tmp_path / "national" / "one-more.yaml").write_text("rules: []\n", encoding="utf-8")
    with pytest.raises(RuleSetError, match=r"规则集超过上限：最多 64 个文件"):
        load_ruleset(tmp_path)


def test_the_bytes_of_all_files_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    total = sum(len(text.encode()) for text in (BASIS, VOCABULARY, RULE, PROFILE))
    monkeypatch.setattr(folder_module, "MAX_TOTAL_BYTES", total)
    assert refusal(tmp_path) == "loaded"
    monkeypatch.setattr(folder_module, "MAX_TOTAL_BYTES", total - 1)
    with pytest.raises(RuleSetError, match="规则集超过上限"):
        load_ruleset(tmp_path)


def test_the_number_of_rules_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules_module, "MAX_RULES", 2)
    two = RULE + RULE.replace("X1", "X2").removeprefix("rules:\n")
    assert refusal(tmp_path, national__parts=two) == "loaded"
    assert refusal(tmp_path, national__parts=two + RULE.replace("X1", "X3").removeprefix("rules:\n")) == (
        "national/parts.yaml:26:5：规则超过 2 条"
    )


def test_the_hash_is_of_names_and_contents(tmp_path: Path) -> None:
    one = load_ruleset(write(tmp_path / "one"))
    assert load_ruleset(write(tmp_path / "two")).sha256 == one.sha256
    assert load_ruleset(write(tmp_path / "three", basis=BASIS + "# x\n")).sha256 != one.sha256
    renamed = write(tmp_path / "four", national__parts="", national__others=RULE)
    assert load_ruleset(renamed).sha256 != one.sha256
    assert (
        load_ruleset(
            write(tmp_path / "five", basis="", vocabulary="", national__parts=RULE.replace("L1, article: 第三条", "R1"))
        ).sha256
        != one.sha256
    )


def test_a_profile_given_to_the_loader_must_exist_and_is_kept_with_the_year(tmp_path: Path) -> None:
    ruleset = load_ruleset(write(tmp_path), profile="national", year=2023)
    assert (ruleset.profile, ruleset.year, [rule.id for rule in ruleset.rules]) == ("national", 2023, ["X1"])
    with pytest.raises(UsageError):
        load_ruleset(tmp_path, profile="natinal")


def test_lint_tells_everything_that_is_wrong(tmp_path: Path) -> None:
    text = RULE.replace("category: missing", "category: mising").replace(
        "{zh: 有举措部分, en: has measures}", "{zh: x}"
    )
    found = lint(write(tmp_path, national__parts=text))
    assert [(str(each.message).removeprefix(f"{tmp_path}/"), each.is_error) for each in found] == [
        ("national/parts.yaml:4:12：缺少“en”", True),
        (
            "national/parts.yaml:5:15：不认识的值“mising”；是不是“missing”？"
            "可用：form、inconsistent、missing、privacy、substance",
            True,
        ),
    ]


def test_lint_tells_the_errors_of_every_file(tmp_path: Path) -> None:
    write(tmp_path, basis="a: [x\nb: 1\n", national__parts="b: @x\n")
    assert [str(each.message).removeprefix(f"{tmp_path}/")[:20] for each in lint(tmp_path)] == [
        "basis.yaml:1:4：方括号或花",
        "national/parts.yaml:",
    ]
    (absent,) = lint(tmp_path / "absent")
    assert absent.is_error


def test_lint_gives_advice_about_a_set_that_loads(tmp_path: Path) -> None:
    text = changed("no part “{part}”", "no such part")
    words = changed("[原因是, 由于]", "['原因 是', 由于]", VOCABULARY)
    found = lint(write(tmp_path, national__parts=text, vocabulary=words))
    assert [(str(each.message), each.is_error) for each in found] == [
        ("custom:national/parts.yaml:2：X1：中英文所填字段不同", False),
        ("custom:national/parts.yaml:2：X1：没有测试；请在 tests 里至少写一段符合、一段不符合的文字", False),
        ("cues.cause：短语“原因 是”在折叠后的文字里写作“原因是”，按现在的写法可能匹配不到", False),
    ]


def test_lint_gives_advice_about_repeats_inside_repeats(tmp_path: Path) -> None:
    words = changed("phrases: [原因是, 由于]", "re: ['(?:[^，]+，?)+因为', '(?:[^，]++，?)+因为']", VOCABULARY)
    (told,) = [str(each.message) for each in lint(write(tmp_path, vocabulary=words)) if "cues" in each.message]
    assert told.startswith("cues.cause：“(?:[^，]+，?)+”在重复里又套着重复，")


@pytest.mark.parametrize(
    ("source", "nested"),
    [
        ("(a+)+b", "(a+)+"),
        ("((a*)?b?){2,}", "((a*)?b?){2,}"),
        ("x(?:[^，]{1,30}，)*y", "(?:[^，]{1,30}，)*"),
        ("(?P<word>a+)(?P=word)+", None),
        ("(?:a++)+", None),
        ("(?>a+)+", None),
        ("(?:a{3}b?)+", None),
        (r"\(a+\)+[(a+)]+", None),
    ],
)
def test_only_open_repeats_inside_each_other_are_nested(source: str, nested: str | None) -> None:
    assert nested_repeat(source) == nested


def test_a_source_may_be_dated_to_the_month_or_the_year(tmp_path: Path) -> None:
    dated = changed("verified: V1", 'verified: V1\n    in_force_from: "2016"\n    in_force_to: "2016-12"', BASIS)
    source = load_ruleset(write(tmp_path, basis=dated)).basis["L1"]
    assert (source.in_force_from, source.in_force_to) == ("2016", "2016-12")


def test_a_rule_that_does_not_exist_is_told_with_the_nearest(tmp_path: Path) -> None:
    ruleset: RuleSet = load_ruleset(write(tmp_path))
    with pytest.raises(UsageError, match="没有规则“X11”；是不是“X1”？"):
        ruleset.rule("X11")
    with pytest.raises(UsageError, match="没有规则“甲”；lawcheck rules list 列出全部规则"):
        ruleset.rule("甲")


def test_each_of_many_values_of_either_form_is_judged_by_the_form_that_was_meant(tmp_path: Path) -> None:
    text = changed("kind: section", "kind: text").replace("“{part}”", "甲")
    text = changed("roles: [measures]", "require: [甲, {phrases: [乙], unles: [丙]}, {phrases: 丁}, 3, [戊]]", text)
    assert [str(each.message).removeprefix(f"{tmp_path}/") for each in lint(write(tmp_path, national__parts=text))] == [
        "national/parts.yaml:10:33：不认识的键“unles”；是不是“unless”？可用：phrases、re、unless",
        "national/parts.yaml:10:56：应为列表：每项一行，以“- ”开头，或写成 [甲, 乙]，这里是“丁”",
        "national/parts.yaml:10:60：应为文字；“3”若是文字请加引号",
        "national/parts.yaml:10:63：应为文字；以“{”或“[”开头的文字要加引号",
    ]

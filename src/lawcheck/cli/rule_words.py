"""A rule in words, for those who meet it in a result and for those who write rules."""

from __future__ import annotations

from collections.abc import Iterator

from lawcheck.model.checklist import Category, Force, Verdict
from lawcheck.renderers.finding import SEVERITY, basis_label, between
from lawcheck.renderers.ink import labelled, lines
from lawcheck.renderers.style import Style
from lawcheck.rule.rule import Citation, Guard, Rule, RuleTest
from lawcheck.rulesets import RuleSet
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text, in_language

CATEGORY: dict[Category, Text] = {
    "missing": Text("缺项", "missing"),
    "inconsistent": Text("不一致", "inconsistent"),
    "substance": Text("内容", "substance"),
    "form": Text("形式", "form"),
    "privacy": Text("隐私", "privacy"),
}
FORCE: dict[Force, Text] = {
    "national": Text("全国性规定", "national regulation"),
    "topic": Text("专项规定", "regulation on one topic"),
    "provincial": Text("地方规定", "provincial regulation"),
    "custom": Text("惯例", "custom"),
    "practice": Text("良好做法", "good practice"),
}
VERDICT: dict[Verdict, Text] = {
    "satisfied": Text("符合", "satisfied"),
    "not_satisfied": Text("不符合", "not satisfied"),
    "doubtful": Text("存疑", "doubtful"),
    "undetermined": Text("无法判定", "undetermined"),
    "not_applicable": Text("不适用", "not applicable"),
}
_GUARDS = {
    "genre": Text("文种是 {names}", "the genre is {names}"),
    "format": Text("格式是 {names}", "the format is {names}"),
    "part": Text("报告有 {names}", "the report has {names}"),
    "absent": Text("报告没有 {names}", "the report lacks {names}"),
    "mentions": Text("报告提到 {names}", "the report mentions {names}"),
    "within": Text("在 {names} 中", "within {names}"),
}
REMEDY = Text("建议：", "remedy: ")
_FIELD = pattern(r"\{[A-Za-z_]\w{0,40}\}")


def summary(rule: Rule, style: Style) -> Iterator[str]:
    """Yield the rule's id and title, its severity, force and basis."""
    yield from lines(rule.title, style, lead=f"{rule.id} ")
    severity, force = SEVERITY[rule.severity], FORCE[rule.force]
    told = Text(f"{severity}（{force}）", f"{severity.en} ({force.en})")
    yield from labelled(Text("严重程度：", "severity: "), told, style, indent=2)


def sources(rule: Rule, ruleset: RuleSet, style: Style) -> Iterator[str]:
    """Yield the legal sources with the time that each is in force."""
    for citation in rule.basis:
        yield from labelled(basis_label(rule.force), _source(citation, ruleset, style.lang), style, indent=2)


def _source(citation: Citation, ruleset: RuleSet, lang: str) -> str:
    basis = ruleset.basis[citation.id]
    title = basis.title if basis.title.startswith("《") else f"《{basis.title}》"
    cited = f"{title}{f'（{basis.number}）' if basis.number else ''}{citation.article or ''}"
    return cited + in_language(_term(basis.in_force_from, basis.in_force_to), lang)


def _term(since: str | None, until: str | None) -> Text:
    if since and until:
        return Text(f"，{day(since)}至{day(until)}施行", f", in force {since} to {until}")
    if until:
        return Text(f"，施行至{day(until)}", f", in force until {until}")
    return Text(f"，{day(since)}起施行", f", in force since {since}") if since else Text("", "")


def day(date: str) -> str:
    """Return a date of the register in Chinese, as far as it is known: 2019年4月15日, 2016年12月, 2016年."""
    return "".join(f"{int(number)}{unit}" for number, unit in zip(date.split("-"), "年月日", strict=False))


def cases(rule: Rule, style: Style, *, named: bool) -> Iterator[str]:
    """Yield what differs in each case of the rule; `named` tells the names of cases and fields as rule files do."""
    shown = in_language if named else blanked
    for case in rule.cases:
        head = [case.case or ""] if named else []
        head += guards(case.when or Guard(), style.lang)
        if case.severity is not None:
            head.append(in_language(SEVERITY[case.severity], style.lang))
        told = between(style.lang).join(filter(None, head))
        if case.message is not None:
            colon = ("：" if style.lang == "zh" else ": ") if told else ""
            told = f"{told}{colon}{shown(case.message, style.lang)}"
        yield from labelled(Text("情形：", "case: "), told, style, indent=2)
        if case.remedy is not None:
            yield from labelled(REMEDY, shown(case.remedy, style.lang), style, indent=4)


def guards(guard: Guard, lang: str) -> list[str]:
    """Return the conditions under which a rule or a case applies."""
    return [
        in_language(words.fill({"names": ", ".join(names)}), lang)
        for key, words in _GUARDS.items()
        if (names := getattr(guard, key))
    ]


def blanked(template: Text, lang: str) -> str:
    """Return a message with an ellipsis for each field that a report would fill."""
    text, at, out = in_language(template, lang), 0, ""
    for field in _FIELD.finditer(text):
        out, at = out + text[at : field.start()] + "…", field.end()
    return out + text[at:]


def example(test: RuleTest, style: Style) -> Iterator[str]:
    """Yield the text of one of the rule's own tests, with the verdict on it."""
    verdict, name = VERDICT[test.expect], test.name or ""
    head = Text(f"例：{name}（{verdict}）", f"example: {name} ({verdict.en})")
    yield from lines(head, style, lead="  ")
    for line in test.text.rstrip("\n").split("\n"):
        yield from lines(line, style, lead="    | ")

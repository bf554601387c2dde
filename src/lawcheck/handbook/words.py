"""The words of the rule language in plain Chinese and English."""

from __future__ import annotations

from lawcheck.model.checklist import Category, Force, Severity, Verdict
from lawcheck.rule.rule import Basis, Citation, Guard
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

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
WEIGHT: dict[Severity, Text] = {
    "error": Text("错误：须改正，默认使检查不通过", "error: to be mended; a check fails by default"),
    "warning": Text("警告：一般应改，默认使检查不通过", "warning: to be mended as a rule; a check fails by default"),
    "info": Text("提示：供参考，默认不影响通过", "info: for consideration; a check passes by default"),
}
REST: dict[Force, Text] = {
    "national": Text("全国性规定对年度报告的要求。", "The national regulation on the yearly report asks for this."),
    "topic": Text(
        "专项规定要求做这件事，没有要求写进年度报告，所以最高为警告。",
        "A regulation on the topic asks for the thing itself, not to report it here; so a warning is the most.",
    ),
    "provincial": Text(
        "地方规定或当地通行提纲的要求，只在当地适用。", "A regulation or outline of one place, for reports from there."
    ),
    "custom": Text("各地报告通行的写法，没有规定要求。", "Customary in such reports; no regulation asks for it."),
    "practice": Text("良好做法，没有规定要求。", "Good practice; no regulation asks for it."),
}
CONTRADICTION = Text(
    "说的是报告自相矛盾，不论依据的效力都要改。", "It is about a report that contradicts itself, whatever the basis."
)
RELATED = Text("与之有关的文件：", "Related documents:")
NO_BASIS = Text("没有成文的依据。", "There is no written basis.")
VERIFIED = {
    "V1": Text("已读全文，条款号核对过", "read in full; article numbers checked"),
    "V2": Text(
        "见于公开的转载或引述，没有读到全文；没有核对的条款号不写",
        "seen quoted or restated in public, not read in full; articles not checked are not cited",
    ),
    "V3": Text("只见于二手资料", "seen in secondary sources only"),
    "M": Text("还没有核对，只引标题，不写条款号", "not checked yet: cited by title only, without article"),
}
_GUARDS = {
    "genre": Text("文件是{names}", "the document is: {names}"),
    "format": Text("文件格式是{names}", "the format is {names}"),
    "part": Text("报告有{names}", "the report has: {names}"),
    "absent": Text("报告没有{names}", "the report lacks: {names}"),
    "mentions": Text("报告写到了{names}", "the report mentions {names}"),
    "within": Text("在{names}里写到", "it does so within: {names}"),
}
_FIELD = pattern(r"\{[A-Za-z_]\w{0,40}\}")
_SHOWN = 4  # phrases of a family that stand for it


def conditions(guard: Guard, vocabulary: Vocabulary) -> list[Text]:
    """Return the conditions under which a rule or a case applies."""
    return [
        words.fill({"names": _listed([_name(key, name, vocabulary) for name in names])})
        for key, words in _GUARDS.items()
        if (names := getattr(guard, key))
    ]


def _name(key: str, name: str, vocabulary: Vocabulary) -> Text:
    if key in ("part", "absent", "within"):
        title = vocabulary.role(name).title
        return Text(f"“{title}”", title.en)
    if key == "genre":
        return vocabulary.genre_title(name)
    if key == "mentions":
        phrases = vocabulary.cues[name].phrases
        shown = "、".join(phrases[:_SHOWN])
        more = Text("等", " and the like") if len(phrases) > _SHOWN or vocabulary.cues[name].re else Text("", "")
        if phrases:
            return Text(f"“{shown}”{more}", f"{', '.join(phrases[:_SHOWN])}{more.en}")
        return Text(f"词表“{name}”的说法", f"words of “{name}” (vocabulary)")
    return Text(name, name)


def _listed(names: list[Text]) -> Text:
    return Text("、".join(names), ", ".join(name.en for name in names))


def cited(citation: Citation, basis: Basis) -> Text:
    """Return a source as a rule cites it: title, number, article, the time that it is in force."""
    title = basis.title if basis.title.startswith("《") else f"《{basis.title}》"
    number = f"（{basis.number}）" if basis.number else ""
    shown = f"{title}{number}{citation.article or ''}"
    term = _term(basis.in_force_from, basis.in_force_to)
    return Text(shown + term, shown + term.en)


def _term(since: str | None, until: str | None) -> Text:
    if since and until:
        return Text(f"，{day(since)}至{day(until)}施行", f", in force {since} to {until}")
    if until:
        return Text(f"，施行至{day(until)}", f", in force until {until}")
    return Text(f"，{day(since)}起施行", f", in force since {since}") if since else Text("", "")


def day(date: str) -> str:
    """Return a date of the register in Chinese, as far as it is known: 2019年4月15日, 2016年12月, 2016年."""
    return "".join(f"{int(number)}{unit}" for number, unit in zip(date.split("-"), "年月日", strict=False))


def blanked(template: Text) -> Text:
    """Return a message with an ellipsis for each field that a report would fill."""
    return Text(_blanked(str(template)), _blanked(template.en))


def _blanked(text: str) -> str:
    at, out = 0, ""
    for field in _FIELD.finditer(text):
        out, at = out + text[at : field.start()] + "…", field.end()
    return out + text[at:]

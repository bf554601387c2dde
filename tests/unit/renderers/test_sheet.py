"""The HTML sheet: what it shows, that its links lead somewhere, and that no words of a stranger become part of it."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcheck import check, check_text
from lawcheck.cli import main
from lawcheck.errors import UsageError
from lawcheck.model.checklist import Answer, Checklist, Computed, Item, Unreadable, Waived
from lawcheck.model.document import Block, Document, Unread
from lawcheck.model.fact import Fact, Facts
from lawcheck.renderers import Style, check_ready, render
from lawcheck.renderers.sheet.numbers import MOST
from lawcheck.renderers.sheet.prose import Gap, Highlight, Paragraph, Prose, Table
from lawcheck.renderers.sheet.words import WORDS
from lawcheck.text.span import Span
from lawcheck.wording import Text
from tests.results import DEFECTIVE, DOCUMENT, GOOD, OUTLINE, REGULATION, TEXT, TOOL, evidence, item, span

REPORT = """云溪县民政局关于2024年法治政府建设情况的报告
县委、县政府：
现将有关情况报告如下：
一、主要举措和成效
全年组织学法考试1次，应考24人，优秀20人，优秀率75%。联系人电话13812345678。
全年作出行政许可62件，其中准予许可60件、不予许可2件。
二、存在的不足和原因
一是案卷说理不充分，主要原因是演练偏少。二是殡葬领域联合惩戒衔接不畅，一些股室对此重视不够。三是面向老年人的普法形式单一，由于没有事先了解需求。四是窗口服务不规范。
三、2025年主要安排
一是组织案卷演练2期。二是举办宪法宣传周活动。三是修订合同审查办法。
云溪县民政局
2025年1月8日
"""
EXAMPLE = Path(__file__).parents[3] / "examples" / "good" / "yunxi-2024.txt"
MARKER = "</style></p></td>\"'><img src=x onerror=alert(1)><script>alert(1)</script><b class=marker>{{ 7*7 }}{% raw %}"
VOID = ("meta", "br", "img", "link", "circle", "rect")
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section", "article", "nav"),
    *("h1", "h2", "h3", "h4", "p", "a", "b", "br", "span", "mark", "div", "dl", "dt", "dd", "ul", "ol", "li"),
    *("table", "thead", "tbody", "tr", "th", "td", "svg", "circle", "rect", "text"),
}
STEERING = ("\x1b[2J", "a\u202eb", "\u200b", "\x00", "\ud800", "\ufeff", "\u2028", "\x0c", "a\r\nb")


@dataclass
class Page(HTMLParser):
    """A page taken apart: its elements with their attributes, what they hold as text, and whether all are closed."""

    source: str
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    texts: dict[int, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.open.append(len(self.elements) - 1)
        if tag in VOID:
            self.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.elements[self.open.pop()][0] != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        for number in self.open:
            self.texts[number] = self.texts.get(number, "") + data

    def of(self, tag: str, kind: str = "") -> list[str]:
        """Return the text of each element of that tag, of that class if one is given."""
        return [
            " ".join(self.texts.get(number, "").split())
            for number, (name, attributes) in enumerate(self.elements)
            if name == tag and (not kind or kind in attributes.get("class", "").split())
        ]

    def values(self, name: str) -> list[str]:
        """Return every value of an attribute."""
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def shown(*checklists: Checklist, unreadable: tuple[Unreadable, ...] = (), **style: Any) -> str:
    page = render("html", checklists, unreadable, tool=TOOL, style=Style(**style))
    assert isinstance(page, str)
    return page


@cache
def report() -> Checklist:
    return check_text(REPORT, name="报告.txt")


@cache
def sheet() -> Page:
    return Page(shown(report()))


def poisoned(words: str) -> Checklist:
    """Return a checklist in which every string that a stranger may write is `words`."""
    text = Text(words, words)
    body = f"{TEXT}{words}\n"
    blocks = (*DOCUMENT.blocks, Block(Span(len(TEXT), len(body) - 1)))
    blocks += (Block(Span(len(body) - 1, len(body)), "cell", cell="T1R1C1"),)
    document = Document(
        words, words, words, body, blocks, ((words, words),), (Unread(text, words, is_body=True),), words, (text,)
    )
    here = Span(len(TEXT), len(TEXT) + max(len(words), 1))
    seen = replace(evidence("found", "普法"), quote=words, span=here, cell=words)
    all_seen = tuple(
        replace(seen, role=role) for role in ("found", "compared_with", "expected_at", "searched", "nearest")
    )  # type: ignore[arg-type]
    basis = replace(REGULATION, id=words, title=words, number=words, article=words)
    told: dict[str, Any] = {"title": text, "message": text, "remedy": text, "evidence": all_seen, "basis": (basis,)}
    told |= {"computed": Computed(words, words, words, words), "waived": Waived(words, words, words)}
    told |= {"subject": words, "fingerprint": words}
    rules = ("E120", "E122", "E402", "E503", words)
    items = tuple(
        item(rule, verdict, severity, kind=kind, **told)  # type: ignore[arg-type]
        for rule in rules
        for verdict in ("satisfied", "not_satisfied", "doubtful", "undetermined", "not_applicable")
        for severity, kind in (("error", "relation"), ("info", words))
    )
    outline = replace(
        OUTLINE,
        **{name: replace(OUTLINE.issuer, value=words) for name in ("title", "issuer", "year", "signature", "dated")},  # type: ignore[type-var, arg-type]
    )
    fact = Fact(words, Decimal(3), None, words, "exact", here, here, here, words, words, words)
    choice = dataclasses.replace(GOOD.profile, id=words, because=text, title=text)
    answers = tuple(
        Answer(words, verdict, here, given, (words,), rule)
        for rule in ("E402", "E503")
        for verdict, given in (("satisfied", here), ("doubtful", here), ("not_satisfied", None))  # type: ignore[var-annotated]
    )
    tool = replace(TOOL, version=words, ruleset=words, as_of=words)
    return Checklist(
        tool,
        document,
        outline,
        choice,
        items,
        (text,),
        Facts((fact,)),
        (*answers, Answer(None, "satisfied", None, here, (), "E503")),
    )


def test_the_page_is_well_formed_and_has_one_heading_of_the_first_level() -> None:
    for page in (sheet(), Page(shown(GOOD, DEFECTIVE)), Page(shown(DEFECTIVE, lang="en"))):
        assert (page.wrong, page.open, {tag for tag, _ in page.elements} - TAGS) == ([], [], set())
        levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3", "h4")]
        assert (levels.count(1), levels[0], max(b - a for a, b in pairwise(levels[:-1])) <= 2) == (1, 1, True)


def test_every_link_stays_on_the_page_and_leads_somewhere() -> None:
    for page in (sheet(), Page(shown(GOOD, DEFECTIVE, report())), Page(shown(poisoned(MARKER)))):
        ids = page.values("id")
        assert len(ids) == len(set(ids))
        assert {link[1:] for link in page.values("href")} <= set(ids)
        assert all(link.startswith("#") for link in page.values("href"))
        assert set(page.values("aria-labelledby")) <= set(ids)


def test_the_page_asks_for_nothing_and_its_policy_allows_its_own_style_alone() -> None:
    source = shown(report())
    page = Page(source)
    style = source.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    outward = {"src", "srcset", "style", "action", "xlink:href", "data", "background"}
    assert [(t, a) for t, a in page.elements if outward & set(a) or any(name.startswith("on") for name in a)] == []
    assert [word for word in ("url(", "@import", "http:", "https:", "//") if word in source.replace(policy, "")] == []


def test_findings_and_phrases_are_linked_both_ways() -> None:
    page = sheet()
    findings = [value for value in page.values("id") if re.fullmatch(r"d1-f\d+", value)]
    assert len(findings) == len(report().findings)
    refs = {a["href"] for _, a in page.elements if a.get("class", "").startswith("ref")}
    gaps = {a["href"] for _, a in page.elements if a.get("aria-label", "").startswith("第") and "class" not in a}
    placed = [
        i
        for i in report().findings
        if any(e.span and e.role in ("found", "compared_with", "expected_at") for e in i.evidence)
    ]
    assert len(refs | gaps) == len(placed)
    assert "优秀率75%" in page.of("mark", "g-error")


def test_the_top_tells_conclusion_and_progress() -> None:
    page = Page(shown(DEFECTIVE))
    assert page.of("p", "verdict") == ["× 需修改 2 处，提示 2 处（含存疑 1 处），无法判定 1 项"]
    assert [page.of("svg", "ring"), next(a["aria-label"] for t, a in page.elements if t == "svg")] == [
        ["2/4"],
        "应写的 4 项内容写了 2 项",
    ]
    assert [line.split(" ")[0] for line in page.of("ol", "first")] == ["1"]
    assert "未" not in "".join(page.of("dl", "tiles"))


def test_the_threshold_decides_what_has_to_be_corrected() -> None:
    counts = [len(Page(shown(DEFECTIVE, **style)).of("li")) for style in ({"fail_on": "never"}, {}, {"strict": True})]
    assert (counts[1] - counts[0], counts[2] - counts[1]) == (2, 1)


def test_each_shortcoming_stands_with_its_cause_and_its_measure() -> None:
    rows = [row for row in sheet().of("tr") if row.startswith(("一是案", "二是殡", "三是面", "四是窗"))]
    told = [
        [state for state in ("√ 写明", "△ 只能推想", "× 没有写", "√ 有对应", "△ 存疑", "× 没有对应") if state in row]
        for row in rows
    ]
    assert told == [
        ["√ 写明", "√ 有对应"],
        ["△ 只能推想", "× 没有对应"],
        ["√ 写明", "△ 存疑"],
        ["× 没有写", "× 没有对应"],
    ]
    assert ("一是组织案卷演练2期" in rows[0], "主要原因是演练偏少" in rows[0]) == (True, True)
    assert "三是修订合同审查办法" in sheet().of("ul", "plain")


def test_a_shortcoming_that_unread_text_leaves_open_is_not_called_unanswered() -> None:
    answers = (Answer("item:shortcomings:1", "not_satisfied", span("一是普法形式单一"), None, (), "E402"),)
    open_ = item("E402", "undetermined", kind="each", subject="item:shortcomings:1")
    page = Page(shown(replace(GOOD, items=(*GOOD.items, open_), answers=answers)))
    rows = [row for row in page.of("tr") if row.startswith("一是普法")]
    assert ("○ 无法判定" in rows[0], "没有写" in rows[0]) == (True, False)


def test_numbers_stand_with_what_they_come_to() -> None:
    rows = {row.split(" ")[0]: row for row in sheet().of("tr")}
    assert "20÷24：应为 83，现为 75" in rows["优秀率"]
    assert [word in rows["优秀率"] for word in ("× 不符", "见第")] == [True, True]
    assert rows["优秀率"].count("见第") == 1  # N015 only expects something beside it
    assert ("→ 用来核对" in rows["应考"], "× 不符" in rows["应考"]) == (True, False)
    good = Page(shown(check(EXAMPLE))).of("tr")
    assert [next(row for row in good if row.startswith(label)).split()[5] for label in ("优秀率", "组织旁听庭审")] == [
        "相符",
        "已写",
    ]


def test_a_calculation_without_a_number_of_its_own_has_a_row_too() -> None:
    claim = item("C038", "not_satisfied", kind="relation", computed=Computed("零败诉", "0", "2", "0"))
    assert any("零败诉：应为 0，现为 2" in row for row in Page(shown(replace(GOOD, items=(claim,)))).of("tr"))


def test_personal_data_is_blanked_out_of_the_whole_page() -> None:
    assert ("13812345678" in sheet().source, "138********" in sheet().of("mark")) == (False, True)


def test_what_was_not_read_is_said_at_the_top_and_below() -> None:
    unseen = replace(DOCUMENT, unread=(Unread(Text("附件的图片", "a picture"), "第 3 页", is_body=True),))
    page = Page(shown(replace(GOOD, document=unseen)))
    assert [
        "附件的图片（第 3 页）" in text for text in (page.of("p", "alarm")[0], page.of("section", "checked")[0])
    ] == [True, True]
    assert page.of("p", "verdict")[0].startswith("√ 通过")


def test_limits_notes_and_open_rules_are_told_with_their_reasons() -> None:
    noted = replace(
        DEFECTIVE,
        limits=(Text("规则 X1 超时", "X1 timed out"),),
        document=replace(DOCUMENT, warnings=(Text("文件正在变化", "it changes"),)),
    )
    told = Page(shown(noted)).of("section", "checked")[0]
    assert [word in told for word in ("规则 X1 超时", "文件正在变化", "F010", "落款在图片里", "规则E101")] == [True] * 5


def test_every_page_says_that_it_is_no_advice_and_how_to_report_a_false_alarm() -> None:
    for pages, unreadable in (((GOOD,), ()), ((), (Unreadable("a.txt", Text("空", "empty"), 3),))):
        told = Page(shown(*pages, unreadable=unreadable)).of("footer")[0]
        assert [word in told for word in ("不是法律意见", "误报", "lawcheck 0.1.0")] == [True] * 3


def test_many_documents_have_a_list_with_a_link_to_each() -> None:
    page = Page(shown(GOOD, DEFECTIVE, unreadable=(Unreadable("空.txt", Text("文件是空的", "empty"), 3),)))
    rows = page.of("tr")[1:4]
    assert [row.split(" ")[:2] for row in rows] == [["√", "通过"], ["×", "需修改"], ["○", "读不了"]]
    assert ("文件是空的" in rows[2], {"#d1", "#d2"} <= set(page.values("href"))) == (True, True)
    assert page.of("h1") == ["法治政府建设年度报告检查单：共 3 份，通过 1 份"]


def test_a_document_of_another_kind_has_neither_parts_nor_shortcomings() -> None:
    notice = check_text("关于节日放假的通知\n各股室：现将有关事项通知如下。\n")
    page = Page(shown(notice))
    assert ("应当写明的内容" in page.of("h3"), "不足、原因、措施" in page.of("h3")) == (False, False)
    assert "不是法治政府建设年度报告" in page.of("p", "verdict")[0]


def test_a_waived_finding_says_why() -> None:
    waived = replace(DEFECTIVE.items[4], waived=Waived("另行报告", "县司法局", "2026-12-31"))
    page = Page(shown(replace(DEFECTIVE, items=(waived,))))
    assert "已接受 另行报告（县司法局，至 2026-12-31）" in page.of("article", "finding")[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_words_of_strangers_in_every_field_make_no_element(lang: str) -> None:
    found = poisoned(MARKER)
    page = Page(shown(found, unreadable=(Unreadable(MARKER, Text(MARKER, MARKER), 3),), lang=lang))
    assert (page.wrong, page.open, {tag for tag, _ in page.elements} - TAGS) == ([], [], set())
    assert ([value for value in page.values("class") if "marker" in value], "49" in page.of("title")[0]) == ([], False)
    assert page.source.count("<style>") == page.source.count("</style>") == 1
    for attribute in ("id", "href", "aria-labelledby", "class"):
        assert [value for value in page.values(attribute) if not re.fullmatch(r"[A-Za-z0-9# -]*", value)] == []


@pytest.mark.parametrize("words", STEERING)
def test_words_that_hide_or_steer_are_shown_by_their_number(words: str) -> None:
    source = shown(poisoned(words))
    source.encode("utf-8")
    own = shown(poisoned("x"))
    assert {c for c in source if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")} <= set(own) | {"\n"}


@given(st.text(st.characters(), max_size=60))
@settings(max_examples=25)
def test_whatever_the_words_the_page_stays_whole(words: str) -> None:
    page = Page(shown(poisoned(words)))
    page.source.encode("utf-8")
    assert (page.wrong, page.open, {tag for tag, _ in page.elements} - TAGS) == ([], [], set())


def _pieces(text: str, highlights: tuple[Highlight, ...], gaps: tuple[Gap, ...] = (), **more: Any) -> list[Any]:
    document = replace(DOCUMENT, text=text, blocks=(Block(Span(0, len(text))),), **more)
    blocks = Prose(replace(GOOD, document=document, items=())).show(highlights, gaps, {2})
    assert isinstance(blocks[0], Paragraph)
    return [(p.kind, p.text or p.numbers or p.place, p.grade) for p in blocks[0].pieces]


def test_where_findings_share_words_each_stretch_bears_the_gravest() -> None:
    marks = (Highlight(Span(1, 5), 1, "info"), Highlight(Span(3, 7), 2, "error"))
    assert _pieces("零一二三四五六七八", marks, (Gap(9, False, 3, "warning"), Gap(0, True, 4, "info"))) == [
        ("gap", (4,), "info"),
        ("text", "零", None),
        ("text", "一", "info"),
        ("place", 2, None),
        ("text", "二", "info"),
        ("text", "三四", "error"),
        ("ref", (1,), "info"),
        ("text", "五六", "error"),
        ("ref", (2,), "error"),
        ("text", "七八", None),
        ("gap", (3,), "warning"),
    ]


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 9), st.integers(1, 4)), max_size=5))
def test_whatever_is_highlighted_the_text_is_all_there_and_every_finding_is_pointed_at(
    spans: list[tuple[int, int, int]],
) -> None:
    marks = tuple(Highlight(Span(min(a, b - 1), b), number, "info") for a, b, number in spans)
    pieces = _pieces("零一二三四五六七八", marks)
    assert "".join(text for kind, text, _ in pieces if kind == "text") == "零一二三四五六七八"
    assert {n for kind, ns, _ in pieces if kind == "ref" for n in ns} == {h.number for h in marks}


def test_marks_of_the_format_are_left_out_and_joined_lines_close_up() -> None:
    assert _pieces("**重\n点** law\ntext", (), marks=(Span(0, 2), Span(5, 7))) == [
        ("place", 2, None),
        ("text", "重点 law text", None),
    ]


def test_cells_of_one_table_stand_in_rows() -> None:
    text = "指标件数许可5"
    cells = (("T1R1C1", 0, 2), ("T1R1C2", 2, 4), ("T1R2C1", 4, 6), ("T1R2C3", 6, 7))
    blocks = tuple(Block(Span(a, b), "cell", cell=name) for name, a, b in cells)
    table = Prose(replace(GOOD, document=replace(DOCUMENT, text=text, blocks=blocks), items=())).show((), (), set())[0]
    assert isinstance(table, Table)
    assert [["".join(p.text for p in cell) for cell in row] for row in table.rows] == [
        ["指标", "件数"],
        ["许可", "", "5"],
    ]


def test_a_highlight_over_two_paragraphs_is_pointed_at_once() -> None:
    over = item(
        "F001", "not_satisfied", evidence=(replace(evidence("found", "一是普法"), span=Span(0, len(TEXT) - 3)),)
    )
    page = Page(shown(replace(GOOD, items=(over,))))
    assert len([a for _, a in page.elements if a.get("class", "").startswith("ref")]) == 1


def test_a_highlight_that_ends_between_paragraphs_is_pointed_at() -> None:
    at = Span(TEXT.index("普法"), TEXT.index("单一。") + 4)  # the line end after it is in no block
    over = item("F001", "not_satisfied", evidence=(replace(evidence("found", "普法"), span=at),))
    page = Page(shown(replace(GOOD, items=(over,))))
    assert len([a for _, a in page.elements if a.get("class", "").startswith("ref")]) == 1


def test_of_very_many_numbers_those_that_no_rule_looked_at_are_left_out() -> None:
    fact = Fact("培训", Decimal(1), None, "场", "exact", span("12场"), span("12场"), span("12场"))
    page = Page(shown(replace(GOOD, facts=Facts((fact,) * (MOST + 5)))))
    assert len([row for row in page.of("tr") if row.startswith("培训")]) == MOST
    assert str(WORDS["more_numbers"]) in page.source


def test_what_a_page_has_around_its_report_is_counted_and_not_shown() -> None:
    blocks = (
        replace(DOCUMENT.blocks[0], kind="furniture"),
        replace(DOCUMENT.blocks[1], kind="metadata"),
        *DOCUMENT.blocks[2:],
    )  # type: ignore[arg-type]
    found = item("F001", "not_satisfied", evidence=(evidence("found", "年法治政府"),))
    page = Page(shown(replace(GOOD, document=replace(DOCUMENT, blocks=blocks), items=(found,))))
    assert "网页上报告以外的 1 段没有列出。" in page.source
    assert page.of("p", "around") == ["网页信息：云溪县人民政府："]
    assert [link for link in page.values("href") if re.fullmatch(r"#d1-t\d+", link)] == []


def test_the_same_results_give_the_same_bytes() -> None:
    assert shown(report(), DEFECTIVE) == shown(report(), DEFECTIVE)


def test_english_leaves_no_chinese_but_the_report_s_own() -> None:
    source = shown(check(EXAMPLE), DEFECTIVE, lang="en")
    words = [str(text) for text in WORDS.values() if "{" not in text and len(text) > 2 and str(text) != text.en]
    assert [word for word in words if f">{word}" in source or f'"{word}"' in source] == []
    assert ("What must be in the report" in source, '<html lang="en">' in source) == (True, True)


def test_every_word_of_the_page_is_used_and_has_both_languages() -> None:
    used: set[str] = set()
    for template in files("lawcheck.renderers.sheet").joinpath("templates").iterdir():
        used |= set(re.findall(r"\bt\.([a-z_]+)", template.read_text(encoding="utf-8")))
    assert used == set(WORDS)
    assert [
        name for name, text in WORDS.items() if not text or not text.en or re.search(r"[\u4e00-\u9fff]", text.en)
    ] == []


def _schemes() -> Iterator[dict[str, tuple[float, float, float]]]:
    css = files("lawcheck.renderers.sheet").joinpath("templates/sheet.css").read_text(encoding="utf-8")
    for part in css.split("}")[0], css.partition("prefers-color-scheme: dark")[2].split("}")[0]:
        colours = re.findall(r"--([a-z-]+): #([0-9a-f]{6});", part)
        yield {name: tuple(int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)) for name, code in colours}  # type: ignore[misc]


def _contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    def light(colour: tuple[float, float, float]) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_all_text_stands_out_from_its_ground_in_light_and_dark() -> None:
    grades = ("error", "warning", "doubtful", "info", "good", "open")
    pairs = [(grade, ground) for grade in grades for ground in (f"{grade}-bg", "card")]
    pairs += [(ink, ground) for ink in ("ink", "dim", "link") for ground in ("card", "page", "soft")]
    pairs += [("ink", f"{grade}-bg") for grade in grades] + [("link", "error-bg"), ("link", "doubtful-bg")]
    faint = [(a, b) for scheme in _schemes() for a, b in pairs if _contrast(scheme[a], scheme[b]) < 4.5]
    assert faint == []


def test_without_its_package_the_format_is_refused_in_one_line_that_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(UsageError) as error:
        check_ready("html")
    assert "pip install 'lawcheck-cn[report]'" in str(error.value)
    code = main(["check", str(EXAMPLE), "--format", "html"])
    out, err = capsys.readouterr()
    assert (code, out, err.count("\n"), "lawcheck-cn[report]" in err) == (2, "", 1, True)


def test_findings_are_told_apart_by_words_as_well_as_colour() -> None:
    cards = Page(shown(DEFECTIVE)).of("article", "finding")
    assert sorted(card.split(" ")[1:3] for card in cards) == [
        ["×", "警告"],
        ["×", "错误"],
        ["→", "提示"],
        ["△", "警告/存疑"],
    ]


def test_what_each_item_is_met_with_is_told_by_the_rule_that_asked() -> None:
    told = [(a.rule, a.subject, a.verdict, None if a.given is None else a.given.of(REPORT)) for a in report().answers]
    assert told[:4] == [
        ("E402", "item:shortcomings:1", "satisfied", "主要原因"),
        ("E402", "item:shortcomings:2", "doubtful", "重视不够"),
        ("E402", "item:shortcomings:3", "satisfied", "由于"),
        ("E402", "item:shortcomings:4", "not_satisfied", None),
    ]
    assert [verdict for _, _, verdict, _ in told[4:8]] == ["satisfied", "not_satisfied", "doubtful", "not_satisfied"]
    assert told[8:] == [("E503", None, "satisfied", "三是修订合同审查办法")]


def test_items_without_any_place_are_shown_without_links() -> None:
    bare: Item = item("X1", "not_satisfied", evidence=())
    page = Page(shown(replace(GOOD, items=(bare,))))
    assert ("X1 规则X1" in page.of("article", "finding")[0], len(page.of("article", "finding"))) == (True, 1)

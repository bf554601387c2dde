"""What holds for the outline of every report: which change of the text changes what, and how spans lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.model.document import Document
from lawcheck.model.outline import Field, Outline, Section
from lawcheck.text.span import Span
from tests.outliner.invented import bare, cases, squeezed

Outlined: TypeAlias = tuple[Document, Outline]
Run: TypeAlias = Callable[..., Outlined]

HEADINGS = {
    "measures": (
        "2024年推进法治政府建设的主要举措和成效",
        "主要工作及成效",
        "2024年法治政府建设工作开展情况",
        "主要举措和成效",
    ),
    "first_responsible": (
        "2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
        "党政主要负责人履行推进法治建设第一责任人职责情况",
        "法治建设第一责任人履职情况",
    ),
    "shortcomings": ("2024年推进法治政府建设存在的不足和原因", "存在的问题和不足", "存在问题及原因"),
    "plan": ("2025年推进法治政府建设的主要安排", "下一步工作计划", "2025年工作思路"),
}
# Bodies open with words that nobody takes for the end of a heading, so that they can be glued to one.
BODIES = {
    "measures": (
        ("今年以来，全局办理行政许可460件，平均用时缩短三成。执法人员持证率100%，案卷评查全部合格。",),
        (
            "（一）健全决策机制。我局修订议事规则，合法性审查全覆盖。",
            "（二）规范执法行为。2024年，办理案件12件，按时公示结果。",
        ),
        ("一是完善制度，印发执法指引3份。二是公开透明，答复依申请公开5件。三是加强培训，举办讲座4期。",),
    ),
    "first_responsible": (
        ("2024年，局长主持研究法治议题6次，带头参加学法考试。局长还协调解决办案经费，听取案件汇报3次。",),
        ("我局党组书记坚持重要工作亲自部署。全年组织专题学习5次，年底向干部职工述法。",),
    ),
    "shortcomings": (
        ("一是执法力量偏弱，主要由于编制偏少。二是普法形式单一，原因是经费有限。",),
        ("2024年，部分干部程序意识不强，主要是因为培训不够。个别案卷装订不规范，原因在于人员更替。",),
    ),
    "plan": (
        ("一是选调执法人员2名。二是制作普法短片6部。",),
        ("我局将开展案卷互评4次。同时建设法治宣传长廊，年底前向社会开放。",),
    ),
}
ORDERS = (
    ("measures", "shortcomings", "first_responsible", "plan"),
    ("measures", "first_responsible", "shortcomings", "plan"),
    ("first_responsible", "measures", "shortcomings", "plan"),
)
NUMBERS: dict[str, tuple[str, ...]] = {
    "han": ("一、", "二、", "三、", "四、"),
    "chapter": ("第一部分 ", "第二部分 ", "第三部分 ", "第四部分 "),
    "none": ("", "", "", ""),
}
TITLES = (
    ("云溪县水利局关于2024年度法治政府建设情况的报告",),
    ("青岚区民政局", "关于2024年法治政府建设情况的报告"),
    ("霁州市教育局2024年法治政府建设年度报告",),
)
PROSE = (
    "12345热线运行平稳。",
    "机关食堂实行光盘行动，节约氛围浓厚。",
    "全年接待来访群众1.2万人次，秩序井然。",
    "办公楼一、二层完成修缮，面貌焕然一新。",
    "职工运动会设置6个项目，参赛88人。",
    "新版网站于2024.6.1上线，访问更加流畅。",
)


@dataclass(frozen=True)
class Draft:
    """A report before it is laid out: the parts are `(role, words of the heading, paragraphs)`."""

    title: tuple[str, ...]
    style: str
    parts: tuple[tuple[str, str, tuple[str, ...]], ...]
    closing: tuple[str, ...]

    def lines(self) -> list[str]:
        """Return the paragraphs of the body, headings included, numbered anew."""
        lines = ["2024年，全局法治政府建设稳步推进。现将有关情况报告如下："]
        for number, (_, heading, paragraphs) in zip(NUMBERS[self.style], self.parts, strict=False):
            lines += [number + heading, *paragraphs]
        return lines

    def broken(self) -> str:
        """Return the report with a line for every paragraph."""
        return "\n".join([*self.title, "", *self.lines(), *self.closing]) + "\n"

    def flat(self) -> str:
        """Return the report as it is pasted from a page: a title line and one paragraph."""
        return "\n".join(["".join(self.title), "".join(self.lines())]) + "\n"

    def without(self, role: str) -> Draft:
        """Return the report without the part `role`."""
        return replace(self, parts=tuple(part for part in self.parts if part[0] != role))


def drafts(*styles: str) -> st.SearchStrategy[Draft]:
    def part(role: str) -> st.SearchStrategy[tuple[str, str, tuple[str, ...]]]:
        return st.tuples(st.just(role), st.sampled_from(HEADINGS[role]), st.sampled_from(BODIES[role]))

    return st.builds(
        Draft,
        title=st.sampled_from(TITLES),
        style=st.sampled_from(styles or tuple(NUMBERS)),
        parts=st.sampled_from(ORDERS).flatmap(lambda order: st.tuples(*map(part, order))),
        closing=st.sampled_from(((), ("", "云溪县水利局", "2025年1月16日"), ("2025年1月16日",))),
    )


def top(outlined: Outlined) -> tuple[str, ...]:
    document, outline = outlined
    return tuple(bare(section.title.of(document.text)) for section in outline.sections if section.level == 1)


def parts(outlined: Outlined) -> dict[str, str]:
    return {part.role: str(part.found) for part in outlined[1].parts}


def words(outlined: Outlined) -> tuple[object, ...]:
    document, outline = outlined
    sections = tuple((s.level, s.path, s.heading.of(document.text), s.role, len(s.items)) for s in outline.sections)
    fields = (outline.title, outline.issuer, outline.year, outline.addressee, outline.signature, outline.dated)
    return outline.genre, sections, parts(outlined), tuple(f and f.value for f in fields)


@given(draft=drafts())
def test_every_drafted_part_is_found_under_its_heading(outlined: Run, draft: Draft) -> None:
    result = outlined(draft.broken())
    assert (top(result), parts(result)) == (tuple(p[1] for p in draft.parts), {p[0]: "headed" for p in draft.parts})


@given(draft=drafts(), role=st.sampled_from(tuple(HEADINGS)))
def test_deleting_a_part_removes_exactly_that_part(outlined: Run, draft: Draft, role: str) -> None:
    before, after = parts(outlined(draft.broken())), parts(outlined(draft.without(role).broken()))
    assert after == {other: found for other, found in before.items() if other != role}


@given(draft=drafts("han", "chapter"))
def test_flattening_keeps_first_level_headings_and_parts(outlined: Run, draft: Draft) -> None:
    broken, flat = outlined(draft.broken()), outlined(draft.flat())
    assert (top(flat), parts(flat)) == (top(broken), parts(broken))


@given(draft=drafts(), flat=st.booleans(), prose=st.sampled_from(PROSE), data=st.data())
def test_irrelevant_prose_changes_no_heading_and_no_part(
    outlined: Run, draft: Draft, flat: bool, prose: str, data: st.DataObject
) -> None:
    if flat and draft.style == "none":
        draft = replace(draft, style="han")
    text = draft.flat() if flat else draft.broken()
    # A sentence end inside a paragraph: another sentence of the same paragraph follows.
    inside = [sentence for p in draft.parts for paragraph in p[2] for sentence in paragraph.split("。")[1:-1]]
    if not inside:
        return
    sentence = data.draw(st.sampled_from(inside))
    longer = text.replace(sentence, prose + sentence, 1)
    assert (top(outlined(longer)), parts(outlined(longer))) == (top(outlined(text)), parts(outlined(text)))


@given(draft=drafts(), encoding=st.sampled_from(("gb18030", "gbk", "utf-16", "utf-8-sig")))
def test_twins_in_other_encodings_have_the_same_outline(outlined: Run, draft: Draft, encoding: str) -> None:
    assert words(outlined(draft.broken().encode(encoding))) == words(outlined(draft.broken()))


@given(draft=drafts(), blank=st.sampled_from(("\n", "\r\n", "\n\n", "\n　　")))
def test_line_ends_and_indents_change_no_heading_and_no_part(outlined: Run, draft: Draft, blank: str) -> None:
    text = draft.broken()
    respaced = outlined(text.replace("\n", blank).encode())
    assert (top(respaced), parts(respaced)) == (top(outlined(text)), parts(outlined(text)))


@given(draft=drafts(), invisible=st.sampled_from(("\u200b", "\ufeff", "\u00ad")), data=st.data())
def test_invisible_characters_change_no_heading_and_no_part(
    outlined: Run, draft: Draft, invisible: str, data: st.DataObject
) -> None:
    text = draft.broken()
    at = data.draw(st.integers(1, len(text) - 1))
    marked = outlined(text[:at] + invisible + text[at:])
    seen = tuple(heading.replace(invisible, "") for heading in top(marked))
    assert (seen, parts(marked)) == (top(outlined(text)), parts(outlined(text)))


def misplaced(document: Document, outline: Outline) -> Iterator[str]:
    """Yield a sentence for every span that does not lie as the model says."""
    text, whole = document.text, Span(0, len(document.text))
    by_path = {section.path: section for section in outline.sections}
    if len(by_path) != len(outline.sections):
        yield "two sections share a path"
    if [s.span.start for s in outline.sections] != sorted(s.span.start for s in outline.sections):
        yield "sections are out of order"
    last_end: dict[tuple[int, ...], int] = {}
    for section in outline.sections:
        parent = by_path.get(section.path[:-1])
        if section.path[:-1] and not (parent and parent.span.covers(section.span) and parent.level < section.level):
            yield f"{section.subject} is not inside its parent"
        if parent is not None and parent.body.meets(section.span):
            yield f"{section.subject} lies in the body of its parent"
        if section.span.start < last_end.get(section.path[:-1], 0):
            yield f"{section.subject} overlaps its elder sibling"
        last_end[section.path[:-1]] = section.span.end
        yield from misplaced_inside(section, whole, text)
    for part in outline.parts:
        if not part.spans or not all(whole.covers(span) for span in part.spans):
            yield f"the part {part.role} has no place in the text"
        if not any(span.covers(part.anchor) for span in part.spans):
            yield f"the anchor of {part.role} is outside its part"
        if any(not 0 <= index < len(outline.sections) for index in part.sections):
            yield f"the part {part.role} names sections that are not there"
    for name, field in (("title", outline.title), ("addressee", outline.addressee), ("signature", outline.signature)):
        if field is not None and field.span is not None and not says(field, text):
            yield f"the {name} is not what stands at its span: {field.value} / {field.span.of(text)}"
    if (
        not outline.opening.start
        <= outline.opening.end
        <= outline.body.end
        <= outline.closing.start
        <= outline.closing.end
    ):
        yield f"opening, body and closing overlap: {outline.opening}, {outline.body}, {outline.closing}"


def misplaced_inside(section: Section, whole: Span, text: str) -> Iterator[str]:
    if not (whole.covers(section.span) and section.span.covers(section.heading) and section.span.covers(section.body)):
        yield f"{section.subject} does not hold its heading and body"
    if not section.heading.covers(section.title) or section.body.start < section.heading.end:
        yield f"{section.subject} mixes heading, words and body"
    number = section.number
    if number and not (section.heading.covers(number.span) and number.span.end <= section.title.start):
        yield f"the number of {section.subject} is not before its words"
    if not bare(section.title.of(text)):
        yield f"{section.subject} has no words"
    end = section.body.start
    for item in section.items:
        if item.span.start < end or not section.body.covers(item.span) or not item.span.covers(item.lead):
            yield f"an item of {section.subject} is out of place: {item.span.of(text)[:20]}"
        if not squeezed(item.span.of(text)).startswith(squeezed(item.marker)):
            yield f"an item of {section.subject} does not begin with its marker: {item.marker}"
        end = item.span.end


def says(field: Field, text: str) -> bool:
    return field.span is not None and squeezed(field.value) in squeezed(field.span.of(text))


@pytest.mark.parametrize("name", list(cases()))
def test_spans_of_each_case_lie_as_the_model_says(name: str, outlined: Run) -> None:
    case = cases()[name]
    assert list(misplaced(*outlined(case["text"], case.get("format", "txt")))) == []


@given(draft=drafts("han", "chapter"), flat=st.booleans())
def test_spans_of_every_draft_lie_as_the_model_says(outlined: Run, draft: Draft, flat: bool) -> None:
    assert list(misplaced(*outlined(draft.flat() if flat else draft.broken()))) == []


SCRAPS = (
    "一、|二、|四、|（一）|(二)|1.|2、|（1）|①|第一部分|一是|二是|第一，|首先，|# |## |附件："
    "|\n|\n\n|　　| |。|，|；|：|“|”|《|》|（|）|【|】|\u00a0|\u200b|**"
    "|主要举措和成效|存在的问题|下一步工作计划|第一责任人职责|下一步，|2024年|2025年|今年以来，|我局|按照"
    "|云溪县水利局|2025年1月8日|关于2024年法治政府建设情况的报告|县委、县政府：|标题: |发布时间: 2025-01-08"
    "|加强执法监督|开展宣传活动12场|abc|12345|1.5万|二十届二、三中全会|==================== 正文 ==========="
)


PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=3)


@given(scraps=st.lists(st.one_of(st.sampled_from(SCRAPS.split("|")), PLAIN), max_size=60))
def test_any_text_has_an_outline_whose_spans_lie_as_the_model_says(outlined: Run, scraps: list[str]) -> None:
    assert list(misplaced(*outlined("报告" + "".join(scraps)))) == []

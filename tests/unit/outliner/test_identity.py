from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.model.document import Document
from lawcheck.model.outline import Field
from lawcheck.outliner.closing import Closing, find_closing
from lawcheck.outliner.head import find_head
from lawcheck.outliner.identity import find_issuer, find_year, title_issuer
from lawcheck.outliner.organ import governs, is_organ, is_region, without_office
from lawcheck.text.span import Span
from tests.unit.outliner.words import VOCABULARY, document

TEXT = "我局认真学习，开会十次。\n一、加强领导\n成效明显。"


def issuer_of(made: Document) -> tuple[str, str] | None:
    head = find_head(made, VOCABULARY)
    closing = find_closing(made, head.start, VOCABULARY, title_issuer(head.title, VOCABULARY))
    found = find_issuer(head.title, closing, made, VOCABULARY, head.byline)
    return (found.value, found.origin) if found else None


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("云溪县民政局关于2024年法治政府建设情况的报告", "云溪县民政局"),
        ("云溪县民政局2024年度法治政府建设情况报告", "云溪县民政局"),
        ("云溪县民政局法治政府建设2024年度工作报告", "云溪县民政局"),
        ("云溪县民政局法治政府建设年度报告", "云溪县民政局"),
        ("云溪县民政局2024年度关于推进法治政府建设情况的报告", "云溪县民政局"),
        ("关于云溪县民政局2024年法治政府建设情况的报告", "云溪县民政局"),
        ("2024年云溪县民政局法治政府建设情况报告", "云溪县民政局"),
        ("2024年度云溪县民政局推进依法行政工作总结", "云溪县民政局"),
        ("（2024年度）云溪县民政局法治政府建设报告", "云溪县民政局"),
        ("云溪县民政局二〇二四年法治政府建设报告", "云溪县民政局"),
        ("松原新区管委会2024年法治政府建设报告", "松原新区管委会"),
        ("云溪县人民政府办公室2024年法治政府建设报告", "云溪县人民政府办公室"),
        ("中共云溪县委员会云溪县人民政府关于2024年法治政府建设情况的报告", "中共云溪县委员会云溪县人民政府"),
        ("提升依法行政水平——云溪县民政局2024年法治政府建设总结", "云溪县民政局"),
        ("云溪县依法治县工作委员会办公室2024年法治政府建设报告", "云溪县依法治县工作委员会办公室"),
    ],
)
def test_issuer_stands_in_the_title_before_its_subject(title: str, issuer: str) -> None:
    assert issuer_of(document(f"{title}\n{TEXT}")) == (issuer, "title")


REGION = "云溪县2024年法治政府建设情况报告"
NOBODY = "关于2024年法治政府建设情况的报告"


@pytest.mark.parametrize(
    ("title", "end", "publisher", "issuer"),
    [
        (REGION, "", None, ("云溪县", "title")),
        (REGION, "\n云溪县人民政府\n2025年1月8日", None, ("云溪县人民政府", "signature")),
        (REGION, "\n云溪县司法局", "云溪县人民政府", ("云溪县司法局", "signature")),
        (REGION, "", "云溪县人民政府", ("云溪县人民政府", "metadata")),
        (REGION, "", "云溪县人民政府办公室", ("云溪县人民政府", "metadata")),
        (REGION, "", "云溪县司法局", ("云溪县", "title")),
        ("松原新区2024年法治政府建设报告", "", "松原新区党工委管委会办公室", ("松原新区管委会", "metadata")),
        ("东湖片区2024年法治政府建设报告", "", "松原新区东湖片区管理局", ("松原新区东湖片区管理局", "metadata")),
        ("云溪县青石镇2024年法治政府建设报告", "\n青石镇人民政府", None, ("青石镇人民政府", "signature")),
        (NOBODY, "", None, None),
        (NOBODY, "\n云溪县民政局", None, ("云溪县民政局", "signature")),
        (NOBODY, "", "云溪县民政局", ("云溪县民政局", "metadata")),
        (NOBODY, "", "云溪县委县政府办公室", ("云溪县政府", "metadata")),
        ("关于全县2024年法治政府建设情况的报告", "", None, None),
        ("民政局2024年法治政府建设报告", "\n云溪县民政局", None, ("云溪县民政局", "signature")),
        ("云溪县民政局2024年法治政府建设报告", "\n县民政局", None, ("云溪县民政局", "title")),
        ("云溪县民政局2024年法治政府建设报告", "\n云溪县水务局", None, ("云溪县民政局", "title")),
    ],
)
def test_region_in_the_title_yields_to_whoever_signs_or_governs(
    title: str, end: str, publisher: str | None, issuer: tuple[str, str] | None
) -> None:
    assert issuer_of(document(f"{title}\n{TEXT}{end}", publisher=publisher)) == issuer


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("2024年，云溪县民政局坚持学习，开会十次。", ("云溪县民政局", "opening")),
        ("2024年，在县委、县政府的领导下，云溪县民政局认真履职。", ("云溪县民政局", "opening")),
        ("2024年，我局坚持学习。", None),
        ("2024年，组织召开县民政局全面工作会议。", None),
        ("2024年，工作顺利。县民政局坚持学习。", None),
    ],
)
def test_subject_of_the_opening_is_the_last_resort(text: str, issuer: tuple[str, str] | None) -> None:
    assert issuer_of(document(text)) == issuer


def test_byline_names_the_issuer_when_nobody_signs() -> None:
    assert issuer_of(document(f"2024年法治政府建设报告\n云溪县民政局\n{TEXT}")) == ("云溪县民政局", "line")


def test_span_of_an_issuer_in_a_broken_title_covers_the_name_alone() -> None:
    made = document(f"云溪县\n民政局关于2024年法治政府建设情况的报告\n{TEXT}")
    found = find_issuer(find_head(made, VOCABULARY).title, Closing(None, None, 0), made, VOCABULARY)
    assert found == Field("云溪县民政局", Span(0, 7), "title")


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("云溪县2024年法治政府建设报告", "2024"),
        ("云溪县２０２４年度法治政府建设报告", "2024"),
        ("云溪县二〇二四年法治政府建设报告", "2024"),
        ("云溪县二○二四年度法治政府建设报告", "2024"),
        ("法治政府建设年度报告（2024年度）", "2024"),
        ("云溪县2024年法治政府建设工作总结及2025年工作计划", "2024"),
        ("云溪县法治政府建设报告（2023年12月至2024年11月）", "2024"),
        ("云溪县法治政府建设报告（2024年1月1日—2024年12月31日）", "2024"),
        ("云溪县落实《法治规划（2021—2025年）》暨2024年法治政府建设报告", "2024"),
        ("云溪县2021—2025年依法行政情况报告", None),
        ("云溪县法治政府建设年度报告", None),
    ],
)
def test_year_of_the_title(title: str, year: str | None) -> None:
    made = document(f"{title}\n我局认真学习。")
    found = find_year(made, find_head(made, VOCABULARY).title, None)
    assert (found.value if found else None) == year


def test_year_broken_over_two_lines_is_one_year() -> None:
    text = "云溪县民政局20\n24年法治政府建设报告"
    found = find_year(document(text), Field(text.replace("\n", ""), Span(0, len(text)), "title"), None)
    assert found == Field("2024", Span(6, 11), "title")


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("2024年，我局认真学习。", "2024"),
        ("今年我局认真学习。2024年开会十次。", "2024"),
        ("按照2025年1月的要求，现将2024年工作情况报告如下：", "2024"),
        ("对照《2023年工作要点》（云发〔2023〕2号），我局2024年认真学习。", "2024"),
        ("根据《规划（2021—2025年）》，我局认真学习。", None),
        ("调解纠纷2025件。", None),
    ],
)
def test_year_of_the_opening(opening: str, year: str | None) -> None:
    found = find_year(document(opening), None, Span(0, len(opening)))
    assert (found and (found.value, found.origin)) == (year and (year, "opening"))


def test_year_of_the_page_title_goes_before_the_opening() -> None:
    made = document("2023年，我局认真学习。", title="云溪县2024年法治政府建设报告")
    assert find_year(made, None, Span(0, 5)) == Field("2024", None, "metadata")


def test_year_of_most_headings_is_the_last_resort() -> None:
    text = "一、2024年工作情况\n二、2023年遗留事项\n三、2024年存在的不足"
    made = document(text)
    assert find_year(made, None, None, [b.span for b in made.blocks]) == Field("2024", Span(2, 6), "heading")
    assert find_year(made, None, None, []) is None


@pytest.mark.parametrize(
    ("name", "organ", "region"),
    [
        ("云溪县民政局", True, False),
        ("中共云溪县委员会", True, False),
        ("云溪县人民政府", True, False),
        ("云溪县", False, True),
        ("青石镇", False, True),
        ("东湖片区", False, True),
        ("打造法治建设局", False, False),
        ("法治新格局", False, False),
        ("县民政局、县水务局", False, False),
        ("办理的民政局", False, False),
        ("局", False, False),
    ],
)
def test_names_of_organs_and_regions(name: str, organ: bool, region: bool) -> None:
    assert (is_organ(name, VOCABULARY), is_region(name)) == (organ, region)


@pytest.mark.parametrize(
    ("publisher", "government"),
    [
        ("云溪县人民政府办公室", "云溪县人民政府"),
        ("青岚市人民政府办公厅", "青岚市人民政府"),
        ("松原新区党工委管委会办公室", "松原新区管委会"),
        ("云溪县委县政府办公室", "云溪县政府"),
        ("云溪县民政局办公室", "云溪县民政局办公室"),
        ("云溪县民政局", "云溪县民政局"),
        ("", ""),
    ],
)
def test_office_of_a_government_stands_for_it(publisher: str, government: str) -> None:
    assert without_office(publisher) == government


@pytest.mark.parametrize(
    ("organ", "region", "answer"),
    [
        ("云溪县人民政府", "云溪县", True),
        ("松原新区东湖片区管理局", "东湖片区", True),
        ("云溪县司法局", "云溪县", False),
        ("青岚市人民政府", "云溪县", False),
    ],
)
def test_government_of_a_region_is_no_department(organ: str, region: str, answer: bool) -> None:
    assert governs(organ, region) is answer


@given(st.text(alphabet="云溪县民政局关于2024年法治二〇—至《》（）月日 \n的报告", max_size=40))
def test_identity_is_four_digits_and_text_of_the_title(text: str) -> None:
    made = document(text)
    title = find_head(made, VOCABULARY).title
    year = find_year(made, title, Span(0, len(text)))
    issuer = find_issuer(title, Closing(None, None, len(text)), made, VOCABULARY)
    assert year is None or (len(year.value) == 4 and year.value.isdigit())
    for found in (year, issuer):
        assert found is None or found.span is None or 0 <= found.span.start < found.span.end <= len(text)

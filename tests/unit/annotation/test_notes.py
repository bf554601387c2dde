"""What the comments say, and where those go that stand nowhere."""

from __future__ import annotations

from dataclasses import replace

from lawcheck.annotation.note import notes
from lawcheck.annotation.summary import summary
from lawcheck.model.checklist import Evidence
from lawcheck.renderers import Style
from lawcheck.wording import Text
from tests.results import DEFECTIVE, GOOD, REGULATION, TEXT, evidence, item, span

ZH, EN = Style(), Style("en")
TITLE = "云溪县民政局2024年法治政府建设情况报告"


def said(note: object, at: int | None = None) -> list[str]:
    paragraphs = note.paragraphs  # type: ignore[attr-defined]
    return [label + words for label, words in (paragraphs if at is None else paragraphs[at : at + 1])]


def test_a_finding_tells_what_is_wrong_what_to_do_and_on_what_basis() -> None:
    found = {note.paragraphs[0][0]: note for note in notes(DEFECTIVE, ZH, "info")}
    assert list(found) == ["需修改（F006 警告）：", "存疑（E123 警告）：", "需修改（E125 错误）：", "提示（F021）："]
    missing = found["需修改（E125 错误）："]
    assert said(missing) == [
        "需修改（E125 错误）：没有找到下一年度法治政府建设的安排",
        "建议：增加“下一年度主要安排”一部分，写明具体工作",
        "应写在：正文末尾",
        "依据：《法治政府建设示例规定》（示发〔2020〕1号）第三条",
        "相近：“三、存在的不足”（第 5 行）",
        "查找：标题中的“安排”“打算”；以“下一步”开头的段落",
    ]
    assert missing.span == span("一是普法形式单一。")
    assert said(found["需修改（F006 警告）："])[1:] == ["对照：“一、”（第 3 行）"]


def test_in_english_it_is_english_throughout() -> None:
    assert [said(note)[0] for note in notes(DEFECTIVE, EN, "warning")] == [
        "To correct (F006 warning): the number is 三、, expected 二、",
        "doubtful (E123 warning): the cause is only implied",
        "To correct (E125 error): no plan for the next year",
    ]


def test_only_findings_from_the_severity_asked_for_have_comments_and_the_rest_are_counted() -> None:
    assert [said(note, 0)[0][:8] for note in notes(DEFECTIVE, ZH, "error")] == ["需修改（E125"]
    assert "另有 3 条较轻的结果没有写成批注。" in said(summary(DEFECTIVE, ZH, "error", "word"))


def test_hints_on_what_could_be_added_at_one_place_share_a_comment() -> None:
    at = evidence("expected_at", "一、主要举措和成效", relation="below")
    hints = [item(rule, "not_satisfied", "info", evidence=(at,), basis=(REGULATION,)) for rule in ("E202", "E203")]
    whole = [item(rule, "not_satisfied", "info", remedy=Text("可写明", "say so")) for rule in ("E204", "E205")]
    warned = [item("E206", "not_satisfied", "warning"), item("E207", "doubtful", "info")]
    found = notes(replace(DEFECTIVE, items=(*hints, *whole, *warned)), ZH, "info")
    assert [(note.span, said(note)[0]) for note in found] == [
        (None, "需修改（E206 警告）：关于E206的话"),
        (None, "存疑（E207 提示）：关于E207的话"),
        (None, "全文没有看到、可以补充的内容（提示 2 条，不是必须）："),
        (span("一、主要举措和成效"), "可以补充的内容（提示 2 条，不是必须）："),
    ]
    assert said(found[2])[1:] == ["E204：关于E204的话 建议：可写明", "E205：关于E205的话 建议：可写明"]
    assert said(found[3])[1:2] == ["应写在：这一部分里"]


def test_a_finding_at_several_places_stands_at_the_first_and_tells_the_others() -> None:
    places = tuple(evidence("found", words) for words in ("云溪县民政局", "云溪县人民政府", "2025年1月8日"))
    more = tuple(Evidence("found", "x", span("2025"), line=line) for line in range(10, 16))
    [note] = notes(replace(GOOD, items=(item("F1", "not_satisfied", evidence=(*places, *more)),)), ZH, "info")
    assert note.span == span("云溪县民政局")
    assert said(note)[1] == (
        "另见：“云溪县人民政府”（第 2 行）；“2025年1月8日”（第 8 行）；“x”（第 10 行）；“x”（第 11 行）；"
        "第 12 行；第 13 行；第 14 行；第 15 行"
    )


def test_the_summary_tells_the_result_what_was_looked_at_and_what_was_not() -> None:
    told = said(summary(DEFECTIVE, ZH, "info", "word"))
    assert told[0] == "lawcheck 检查结果：× 需修改 2 处，提示 2 处（含存疑 1 处），无法判定 1 项"
    assert [line for line in told if line[:1] in "√×△"] == [
        "√ 有  主要举措和成效：一、主要举措和成效（第 3 行）",
        "√ 有  存在的不足：三、存在的不足（第 5 行）",
        "△ 存疑  不足的原因：一是普法形式单一（第 6 行）",
        "× 缺  下一年度安排：最接近的是三、存在的不足（第 5 行）",
    ]
    assert "没有读到：图片（第 3 段）" in told
    assert "无法判定：F010 落款在图片里" in told
    assert any("不是法律意见" in line for line in told)
    assert any("认为某一条不对" in line for line in told)
    assert told[-1].startswith("这是加了批注的副本，正文与原文件一字不差")


def test_the_summary_stands_at_the_title_and_without_one_at_the_beginning() -> None:
    at = summary(GOOD, ZH, "info", "text").span
    untitled = replace(GOOD, outline=replace(GOOD.outline, title=None))
    assert (at and at.of(TEXT), summary(untitled, ZH, "info", "text").span) == (TITLE, None)


def test_what_needs_a_date_from_elsewhere_and_what_struck_a_limit_is_told() -> None:
    items = (item("E108", "undetermined", lacks=("published",)), *(item(f"X{i}", "undetermined") for i in range(10)))
    told = said(summary(replace(GOOD, items=items, limits=(Text("超时", "late"),)), EN, "info", "converted"))
    assert "Not checked to the end: late" in told
    assert "Undetermined: E108 (needs the date or column of publication)" in told
    assert "Undetermined: X8 X9" in told

"""A small vocabulary and small documents, for tests of the two ends of a report."""

from __future__ import annotations

from lawcheck.model.document import Block, Document
from lawcheck.rule.vocabulary import Genre, Phrases, Role, Vocabulary
from lawcheck.text.span import Span
from lawcheck.wording import Text

_LAW = "(?:法治政府建设|法治建设|依法行政)"

VOCABULARY = Vocabulary(
    roles=(Role("measures", Text("举措", "measures"), headings=Phrases(phrases=("主要举措和成效",))),),
    genres=(
        Genre("explanation", Text("解读", "explanation"), titles=Phrases(phrases=("解读",))),
        Genre(
            "notice",
            Text("通知", "notice"),
            titles=Phrases(phrases=("通知",)),
            openings=Phrases(re=("现.{0,60}印发给",)),
        ),
        Genre(
            "disclosure_report",
            Text("信息公开年报", "disclosure report"),
            titles=Phrases(re=("信息公开.{0,24}报告",)),
            openings=Phrases(re=("本报告根据.{0,60}信息公开条例",)),
            headings=Phrases(phrases=("收到和处理政府信息公开申请",)),
        ),
        Genre("work_report", Text("政府工作报告", "work report"), titles=Phrases(phrases=("政府工作报告",))),
        Genre("other", Text("其他", "other"), titles=Phrases(phrases=("要点", "计划", "述法报告", "推进会"))),
        Genre(
            "report",
            Text("法治政府建设年度报告", "report"),
            titles=Phrases(re=(_LAW + ".{0,60}(?:报告|总结|情况|汇报)(?:[及和暨].{0,30}计划)?",)),
            openings=Phrases(re=(_LAW + "[^，。；]{0,24}(?:报告|汇报|总结)如下",)),
            headings=Phrases(re=(_LAW + ".{0,10}举措.{0,4}成效", "第一责任人职责")),
            aims=Phrases(re=("推进" + _LAW,), unless=("、" + _LAW, _LAW + "等")),
            subjects=Phrases(phrases=("法治", "依法", "执法", "普法")),
        ),
        Genre("work_summary", Text("工作总结", "work summary"), titles=Phrases(phrases=("工作总结",))),
    ),
    cues={},
    organs=Phrases(
        phrases=("人民政府", "委员会", "管委会", "管理局", "局", "办公室", "办事处"),
        re=("[省市县区]委(?!员会)",),
        unless=("[格大全]局$", "^(?:打造|推进|加强).{0,60}"),
    ),
)


def document(text: str, *, title: str | None = None, publisher: str | None = None, page: str = "") -> Document:
    """Return a document with one paragraph a line of `text`, after `page` as metadata of a saved web page."""
    whole = page + text
    blocks = [Block(Span(0, len(page.rstrip())), "metadata")] if page else []
    at = len(page)
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words)
            blocks.append(Block(Span(start, start + len(words))))
        at += len(line) + 1
    told = (("title", title), ("publisher", publisher))
    return Document("a.txt", "txt", "", whole, tuple(blocks), tuple((k, v) for k, v in told if v))


def squeeze(text: str) -> str:
    """Return `text` without white space."""
    return "".join(text.split())

"""Where a heading ends that runs into its text: at a mark, after a known name, or where a body sentence begins."""

from __future__ import annotations

from lawcheck.outliner.numbering import has_blank_before
from lawcheck.outliner.page import Page
from lawcheck.text.pattern import pattern

MAX_CLAUSE = 16  # characters of one clause of a heading made of several
MAX_WORDS = 32  # characters of a heading made of one clause
_MIN_WORDS = 4
_MAX_CLAUSES = 3
# What a body sentence begins with and a heading does not go on with.
_STARTER = pattern(
    r"(?:20\d\d年|二[〇○零][〇○零一二三四五六七八九]{2}年)(?:以来|度|，|,|\d{1,2}月|我|全|本|在|共|是)"
    r"|今年以来|今年|本年度|近年来|一年来|过去一年|截至|目前|按照|根据|为深入|为进一步|全年|先后|累计|共(?:\d|计|有|召开|办理|开展|组织|受理|审查|审核|完成|收到)"
    "|在[^，。]{2,20}(?:领导|指导|支持)下"
    "|我(?:局|委|办|县|区|市|州|省|镇|乡|街道|厅|院|中心|单位|系统|处|部|站|旗|支队|大队)"
    "|(?:局|厅|委|镇|乡|街道|办)党(?:组|委|工委)|(?:区|县|市|州|镇|乡)(?:委、|政府|人民政府|委常委会)"
    "|(?:局|区|县|市|镇|乡|厅|州|处)长|党组书记|党委书记|主要负责人|主要负责同志|主要领导|班子成员|每(?:季度|月|年|周|半年)"
    "|各级各部门|各(?:科室|乡镇|部门|单位|街道|镇街)|全(?:局|县|区|市|镇|办|委)上下"
)
# What begins a body sentence too, but may as well stand inside a heading: counts where the heading has to end anyway.
_VERB = pattern(
    "开展|(?<!社会)(?<!党)(?<!经济)组织|制定|推行|依据|依照|遵照|举行|下发|修改|编制|走访|选聘|修订|印发|出台|召开|办理|完成|建立|健全|通过|围绕|坚持|对照|依托|聚焦|受理|审查|化解|举办|新增|收到|清理"
    "|推动|推进|落实|实行|实施|深化|审核|发布|公开|排查|聘请|配备|邀请|利用|结合|严格|认真|持续|积极|充分|创新|把|将|对|以|由|已|现有"
)
# A character that governs what follows it: 强化|我局队伍建设 is not cut.
_GOVERNS = frozenset("的和与及对在为向由使让把被将以从、，,“《（化强升进动展实好到于给用是本各该")
_QUANTITY = pattern(
    r"\d[\d.,]*+(?:万|亿)?[余多]?(?:个|件|次|人|名|项|家|场|份|条|期|宗|起|户|元|%|类|批|天|处|套|所|篇|台|辆|小时|部|例|对|笔)"
)
_SET_APART = pattern(r"《[^《》\n]{0,80}》|“[^“”\n]{0,40}”")
_CONTINUES = frozenset("的和与及、或等")


def named_end(page: Page, start: int, end: int) -> int | None:
    """Return where the known name of a part ends at which the words `[start, end)` must be cut, or None."""
    at = page.named_end(start, end)
    if at is None or at >= end or page.text[at] in _CONTINUES:
        return None
    rest_is_text = end - at > 10 or "，" in page.text[at:end] or _QUANTITY.search(page.text, at, end)
    return at if rest_is_text or _begins_text(page, at) else None


def is_plain(page: Page, start: int, end: int) -> bool:
    """Say whether the words `[start, end)` up to a sentence's end can be a heading as a whole."""
    clauses = _clauses(page.text, start, end)
    longest = MAX_WORDS if len(clauses) == 1 else MAX_CLAUSE + 4
    if any(b - a > longest for a, b in clauses) or _QUANTITY.search(page.text, start, end):
        return False
    return all(_text_begins(page, max(a, start + _MIN_WORDS), b) is None for a, b in clauses)


def glued_end(page: Page, start: int, end: int) -> int:
    """Return where a heading ends that no mark divides from its text.

    Headings are built of one to three short clauses; one clause then is half heading, half text.
    """
    clauses = _clauses(page.text, start, end)
    before = 0  # length of the clause before
    for a, b in clauses[:_MAX_CLAUSES]:
        at = _text_begins(page, a + _MIN_WORDS, b)
        if at is not None:
            return _verb_before(page, a + _MIN_WORDS, at)
        mixed = b - a > MAX_CLAUSE or _QUANTITY.search(page.text, a, b) is not None
        if mixed:
            return _verb_end(page, a, b, before) or (a - 1 if before else min(b, a + MAX_WORDS))
        before = b - a
    return clauses[min(len(clauses), 2) - 1][1]


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    at = start
    while at < end and len(out) <= _MAX_CLAUSES:
        comma = text.find("，", at, end)
        stop = comma if comma >= 0 else end
        out.append((at, stop))
        at = stop + 1
    return out or [(start, end)]


def _text_begins(page: Page, start: int, end: int) -> int | None:
    """Return the first offset in `[start, end)` where a body sentence begins that nothing before it governs."""
    apart = [m.span() for m in _SET_APART.finditer(page.text, max(0, start - MAX_WORDS), end)]
    for at in range(start, end):
        governed = page.text[at - 1] in _GOVERNS or any(a < at < b for a, b in apart)
        if not governed and _begins_text(page, at):
            return at
    return None


def _begins_text(page: Page, at: int) -> bool:
    return (
        _STARTER.match(page.text, at) is not None
        or page.issuer_at(at)
        or has_blank_before(page.folded, page.source, at)
    )


def _verb_before(page: Page, start: int, at: int) -> int:
    """Return where the text begins: at `at`, or at the verb just before it (制定|2024年度计划)."""
    return next((m.start() for m in _VERB.finditer(page.text, max(start, at - 2), at) if m.end() == at), at)


def _verb_end(page: Page, start: int, end: int, length: int) -> int | None:
    """Return the offset of the verb that begins the text; of several the one whose clause is most like the last."""
    verbs = [
        m.start()
        for m in _VERB.finditer(page.text, start + _MIN_WORDS, min(end, start + MAX_WORDS))
        if page.text[m.start() - 1] not in _GOVERNS
    ]
    if not verbs:
        return None
    return min(verbs, key=lambda at: (abs(at - start - length), at)) if length else verbs[0]

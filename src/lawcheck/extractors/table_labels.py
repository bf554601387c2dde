"""What a number in a table counts: the heads that it stands between, taken together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawcheck.extractors.heads import Head, is_plain, is_share
from lawcheck.extractors.link import Linker
from lawcheck.extractors.table_units import unit_of
from lawcheck.rule.naming import Named
from lawcheck.text.pattern import pattern

_SUM = "合计"
# Heads that only sort the rows below them.
_SORTS = pattern(
    "(?:行政执法|执法|依法行政|法治(?:政府)?建设|制度建设|依法决策|行政权力(?:运行)?|政务(?:服务|公开)|普法(?:宣传)?|法治宣传(?:教育)?|业务|工作|"
    "(?:行政)?(?:争议|矛盾|纠纷|矛盾纠纷)(?:预防)?化解|化解(?:行政)?(?:争议|矛盾|纠纷|矛盾纠纷)|(?:权力|社会|行政|执法|各方)?监督)"
    "(?:工作|情况|类|方面|领域|数据|指标){0,2}+$"
)
# What a label may say beside the words of its indicator and still be of all of it.
_FILLER = pattern(
    "案件|事项|决定|总[数量额]|数量|(?:件|次|人|户|家|场|期|份)数|人次|金额|办件量|办理量|办理|受理量|情况|开展|实施|作出|全年|本年度?|[数量额款（）：、]"
)


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of one number: of its row and of its column, outermost first.

    `group` is the row of one cell that heads its row, `counted` what the unit column says.
    """

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    group: Head | None = None
    counted: str = ""

    def __iter__(self) -> Iterator[Head]:
        """Yield all heads, outermost first, rows before columns."""
        yield from (self.group,) if self.group else ()
        yield from (*self.rows, *self.columns)

    @property
    def period(self) -> str | None:
        """The year that the heads name."""
        inner = (*reversed(self.columns), *reversed(self.rows), *((self.group,) if self.group else ()))
        return next((head.period for head in inner if head.period), None)

    @property
    def is_sum(self) -> bool:
        """Say whether the number is a sum of others."""
        return any(head.rank is not None for head in self)

    @property
    def is_own(self) -> bool:
        """Say whether the number is of the year, and was reached: no change, no mean, no part of the year."""
        return not any(head.is_derived or head.is_apart for head in self)

    @property
    def is_aim(self) -> bool:
        """Say whether the number was planned."""
        return any(head.is_aim for head in self)

    def unit(self, common: tuple[str, int]) -> tuple[str, int]:
        """Return the unit and what 万 or 亿 before it is worth; `common` is that of all of the table."""
        row, column = self.rows[-1:], self.columns[-1:]
        if column and _has_own_unit(column[0]):
            return column[0].unit, column[0].worth
        if self.counted:
            return unit_of(self.counted)
        if row and _has_own_unit(row[0]):
            return row[0].unit, row[0].worth
        inner = (*reversed(self.rows), *reversed(self.columns))
        return next(((head.unit, head.worth) for head in inner if head.unit), common)

    def label(self, *, with_group: bool = True) -> str:
        """Return the words of all heads, squeezed; a sum says so."""
        outer = (self.group, *self.rows[:-1]) if self.group and with_group else self.rows[:-1]
        words = _joined([*(head for head in outer if not _SORTS.match(head.words)), *self.rows[-1:]], self.columns)
        return f"{words}{_SUM}" if self.is_sum else words

    def own_label(self) -> str:
        """Return the words of the innermost heads."""
        return _joined(list(self.rows[-1:]), self.columns[-1:])


def _has_own_unit(head: Head) -> bool:
    """Say whether the numbers of a head are rates or changes, which are not counted as the others are."""
    return head.is_derived or is_share(head.words)


def _joined(rows: list[Head], columns: tuple[Head, ...]) -> str:
    words = ""
    for head in rows:
        words += "" if words.endswith(head.words) else head.words
    for head in columns:
        words += "" if (words and is_plain(head.words)) or words.endswith(head.words) else head.words
    return words


def name(linker: Linker, heads: Heads, unit: str) -> tuple[Named | None, str]:
    """Return what a number is of, and its label: without the row that heads a group where the row speaks for itself."""
    label = heads.label()
    if not heads.is_own or (is_share(label) and unit != "%"):
        return None, label
    own = linker.by_label(heads.own_label(), unit)
    if own and heads.group and _is_of_other(linker, heads.group.words, own):
        label = heads.label(with_group=False)
    named = own or linker.by_label(label, unit)
    return (None if named and heads.is_aim and named.aspect.id != "planned" else named), label


def _is_of_other(linker: Linker, words: str, named: Named) -> bool:
    other = linker.by_label(words, "")
    return other is not None and other.indicator is not named.indicator


def is_whole(linker: Linker, label: str, indicator: str) -> bool:
    """Say whether a label says nothing beside the words of its indicator."""
    label = label.removesuffix(_SUM)
    own = [named for named in linker.naming.labels.items() if named[1].indicator.id == indicator]
    families = {family for family, _ in own} | {named.subject for _, named in own}
    said = [w for w in linker.naming.find(label, 0, len(label)) if w.family in families]
    rest = "".join(char for i, char in enumerate(label) if not any(w.start <= i < w.end for w in said))
    for m in reversed([*_FILLER.finditer(rest)]):
        rest = rest[: m.start()] + rest[m.end() :]
    return not rest

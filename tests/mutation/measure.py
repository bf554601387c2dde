"""Measure what lawcheck finds in changed reports, and write the figures into docs/quality.md.

python -m tests.mutation.measure            print the figures
python -m tests.mutation.measure --write    put them between the marks of docs/quality.md
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from fractions import Fraction

from tests.mutation.cases import CATEGORIES, ROOT, Outcome, outcomes

PAGE = ROOT / "docs" / "quality.md"
BEGIN = "<!-- mutation: begin; 由 python -m tests.mutation.measure --write 写入，请勿手改 / generated, do not edit -->"
END = "<!-- mutation: end -->"


def recall(found: Sequence[Outcome]) -> Fraction:
    """Return the share of defects whose rules all speak."""
    return Fraction(sum(not o.missed for o in found), len(found))


def false_alarms(found: Sequence[Outcome]) -> list[Outcome]:
    """Return the outcomes in which a rule speaks at warning or error that has no reason to."""
    return [o for o in found if o.alarms]


def figures() -> str:
    """Return the figures as the Markdown that stands between the marks."""
    defects, neutral = outcomes("defects"), outcomes("neutral")
    rows = [
        _row(f"{zh} / {en}", [o for o in defects if o.case.category == key]) for key, (zh, en) in CATEGORIES.items()
    ]
    wrong, alarmed = false_alarms(defects), false_alarms(neutral)
    return "\n".join(
        [
            "| 缺陷 / Defects | 改动 / Changes | 查出 / Found | 查出率 / Recall |",
            "|---|---:|---:|---:|",
            *rows,
            _row("**合计 / Total**", defects),
            "",
            f"- 有缺陷的改动中，另外引出不应有的警告或错误的：{len(wrong)} 处，共 {len(defects)} 处。"
            f" / Defects that raise a warning or error besides their own: {len(wrong)} of {len(defects)}.",
            f"- 正当的改动中，引出新的警告或错误的：{len(alarmed)} 处，共 {len(neutral)} 处。"
            f" / Lawful changes that raise a new warning or error: {len(alarmed)} of {len(neutral)}.",
            "",
            *_listed("没有查出的缺陷 / Defects not found", [(o, o.missed) for o in defects if o.missed]),
            *_listed("误报 / False alarms", [(o, o.alarms) for o in (*wrong, *alarmed)]),
        ]
    )


def page(text: str) -> str:
    """Return the page with the figures of this run. Raises: ValueError when its marks are not there."""
    head, rest = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    return f"{head}\n\n{figures().rstrip()}\n\n{rest}"


def _row(name: str, found: Sequence[Outcome]) -> str:
    return f"| {name} | {len(found)} | {sum(not o.missed for o in found)} | {_percent(recall(found))} |"


def _percent(share: Fraction) -> str:
    """Return a share as a percentage, cut and not rounded: 100% only when it is."""
    return f"{share.numerator * 1000 // share.denominator / 10:.1f}%"


def _listed(title: str, told: Sequence[tuple[Outcome, Sequence[str]]]) -> list[str]:
    if not told:
        return [f"{title}：无 / none", ""]
    rows = [f"| `{o.case.id}` | {o.case.what} | {'、'.join(rules)} |" for o, rules in told]
    return [f"{title}：", "", "| 编号 / Id | 改动 / Change | 规则 / Rules |", "|---|---|---|", *rows, ""]


def main(arguments: Sequence[str]) -> int:
    """Print the figures, or write them; return the exit code."""
    if list(arguments) not in ([], ["--write"]):
        print(__doc__, file=sys.stderr)
        return 2
    if arguments:
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    else:
        print(figures())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

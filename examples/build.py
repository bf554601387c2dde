"""Write the text and Word files of the examples from their Markdown originals.

python examples/build.py           write what has changed
python examples/build.py --check   change nothing; exit code 1 when a file is not what it would write
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent
sys.path.insert(0, str(EXAMPLES.parent))

from tests.docx_builder import Paragraph, Table, build_docx  # noqa: E402 - found only now

LEVELS = {"# ": 0, "## ": 1, "### ": 2}
NUMBER_ENDS = "、）"
# What the complete report says of the year, once more as tables below its first part.
FIGURES = Table(
    [
        ["类别", "项目", "单位", "2024年"],
        ["规范性文件", "制定", "件", "2"],
        ["", "清理", "件", "9"],
        ["行政执法", "行政检查", "次", "86"],
        ["", "行政处罚", "件", "5"],
        ["", "案卷评查", "份", "20"],
        ["化解争议", "行政复议", "件", "2"],
        ["", "行政诉讼", "件", "0"],
        ["监督", "人大代表建议", "件", "8"],
        ["", "政协提案", "件", "11"],
    ]
)
EVENTS = Table(
    [
        ["普法活动", "场次（场）", "占比"],
        ["进村（社区）", "15", "62.5%"],
        ["进养老机构", "6", "25%"],
        ["进社会组织", "3", "12.5%"],
        ["合计", "24", "100%"],
    ]
)


def paragraphs(original: Path) -> list[Paragraph]:
    """Return the paragraphs of a Markdown original, headings with their level (0: the title)."""
    found = []
    for line in original.read_text(encoding="utf-8").splitlines():
        mark = next((mark for mark in LEVELS if line.startswith(mark)), "")
        if line:
            found.append(Paragraph(line.removeprefix(mark), LEVELS.get(mark)))
    return found


def plain_text(report: Sequence[Paragraph]) -> bytes:
    """Return a text file: a paragraph a line, a blank line below the title."""
    return "".join(p.text + "\n" * (2 if p.level == 0 else 1) for p in report).encode()


def word(report: Sequence[Paragraph]) -> bytes:
    """Return a Word file with heading styles and typed numbers, its title broken in two before 关于."""
    title, *rest = report
    issuer, about, subject = title.text.partition("关于")
    return build_docx([Paragraph(issuer, 0), Paragraph(about + subject, 0), *rest])


def word_with_automatic_numbers(report: Sequence[Paragraph]) -> bytes:
    """Return a Word file whose numbers 一、 and （一） are made by Word: they are not in its text."""
    return build_docx([Paragraph(_unnumbered(p), p.level, p.level - 1) if p.level else p for p in report])


def word_with_tables(report: Sequence[Paragraph]) -> bytes:
    """Return a Word file whose first part ends with tables of its figures."""
    second = [at for at, p in enumerate(report) if p.level == 1][1]
    tables = [Paragraph("2024年主要数据见下表："), FIGURES, Paragraph("普法活动情况见下表："), EVENTS]
    return build_docx([*report[:second], *tables, *report[second:]])


def word_without_styles(report: Sequence[Paragraph]) -> bytes:
    """Return a Word file where headings look like any other paragraph."""
    return build_docx([p.text for p in report])


def _unnumbered(heading: Paragraph) -> str:
    end = min(i for i in map(heading.text.find, NUMBER_ENDS) if i >= 0)
    return heading.text[end + 1 :]


def files() -> dict[Path, bytes]:
    """Return every file that is made, with its content."""
    good, defective = EXAMPLES / "good" / "yunxi-2024.md", EXAMPLES / "defective" / "qinglan-2024.md"
    complete, lacking = paragraphs(good), paragraphs(defective)
    return {
        good.with_suffix(".txt"): plain_text(complete),
        good.with_suffix(".docx"): word(complete),
        good.with_name("yunxi-2024-auto-numbering.docx"): word_with_automatic_numbers(complete),
        good.with_name("yunxi-2024-tables.docx"): word_with_tables(complete),
        defective.with_suffix(".txt"): plain_text(lacking),
        defective.with_suffix(".docx"): word_without_styles(lacking),
    }


def content(data: bytes) -> object:
    """Return what a file holds; of a Word file the parts, since the packed bytes differ between zlib versions."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main(arguments: Sequence[str]) -> int:
    """Write or check all files; return the exit code."""
    stale = {p: data for p, data in files().items() if not p.exists() or content(p.read_bytes()) != content(data)}
    if "--check" in arguments:
        for path in stale:
            print(
                f"{path.relative_to(EXAMPLES.parent).as_posix()}: 不是最新的，请运行 python examples/build.py / stale"
            )
        return 1 if stale else 0
    for path, data in stale.items():
        path.write_bytes(data)
    print(f"写了 {len(stale)} 个文件 / {len(stale)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

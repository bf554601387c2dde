"""The bytes of a rule file as lines of text."""

from __future__ import annotations

from lawcheck.rulesets.fault import Fault, whole
from lawcheck.text.lines import LineColumn, LineIndex
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

MAX_BYTES = 1 << 20

# What YAML forbids, what ends a line for YAML but for no editor, and what hides or reorders text.
_UNPRINTABLE = pattern(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)


def read_lines(data: bytes, file: str) -> list[str]:
    """Return the lines of a UTF-8 rule file, without their ends.

    Raises: RuleSetError when it is too large, not UTF-8, or holds invisible characters.
    """
    if len(data) > MAX_BYTES:
        raise whole(
            file,
            Text(
                f"文件超过上限 {MAX_BYTES} 字节；请分成几个文件",
                f"larger than {MAX_BYTES} bytes; split the file",
            ),
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        at = LineColumn(data.count(b"\n", 0, e.start) + 1, 1)
        raise Fault(file, at, Text("不是 UTF-8 编码；请另存为 UTF-8", "not UTF-8; save the file as UTF-8")) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = _UNPRINTABLE.search(text)
    if bad:
        code = f"U+{ord(bad.group()):04X}"
        raise Fault(
            file,
            LineIndex(text).place(bad.start()),
            Text(
                f"含有看不见的字符 {code}；请删去，或在双引号里写成转义",
                f"the invisible character {code}; delete it, or write it as an escape within double quotes",
            ),
        )
    return text.split("\n")

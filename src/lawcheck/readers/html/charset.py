"""The character set of a page: what its bytes show comes before what the page says of them, for pages lie."""

from __future__ import annotations

from lawcheck.readers import limits
from lawcheck.readers.decode import Decoded, decode
from lawcheck.readers.refusal import Refusal, over_limit
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

_HEAD_BYTES = 4096
_DECLARED = pattern(
    r"(?i)<meta\b[^>]{0,200}?\bcharset\s{0,4}=\s{0,4}[\"']?\s{0,4}(?P<meta>[a-z0-9_:.-]{2,40})"
    r"|<\?xml\b[^>]{0,60}?\bencoding\s{0,4}=\s{0,4}[\"'](?P<xml>[a-z0-9_:.-]{2,40})"
)
# Other sets of many bytes: taken for GB18030 they would give other characters without an error.
_FOREIGN = (
    *("big5", "big5-hkscs", "x-x-big5", "cn-big5", "euc-tw", "hz-gb-2312", "utf-7"),
    *("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "euc-jp", "iso-2022-jp", "iso-2022-cn"),
    *("euc-kr", "ks_c_5601-1987", "windows-949", "iso-2022-kr"),
)
_SAVE = Text("请另存为 UTF-8 编码的网页，或 .docx、.txt", "save it as a page in UTF-8, or as .docx or .txt")


def decode_page(data: bytes) -> Decoded:
    """Return the source of a page, within the limits.

    A byte order mark decides; else strict UTF-8, which no other set passes for; else GB18030 for whatever the page
    calls it (gb2312, gbk, latin-1, nothing), unless it names a set that is not read. Raises: Refusal.
    """
    if len(data) > limits.TEXT_FILE_BYTES:
        raise over_limit(Text("网页", "web page"), limits.TEXT_FILE_BYTES, limits.BYTES)
    decoded = decode(data)
    if decoded.encoding == "gb18030":
        found = _DECLARED.search(data[:_HEAD_BYTES].decode("latin-1"))
        declared = (found["meta"] or found["xml"]).lower() if found else ""
        if declared in _FOREIGN:
            raise Refusal(Text(f"网页的编码 {declared} 不能读取", f"its encoding {declared} cannot be read"), _SAVE)
    return decoded

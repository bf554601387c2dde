"""Saying no: why a document is not read, before its name is put to the reason."""

from __future__ import annotations

from lawcheck.errors import ReadError
from lawcheck.wording import Text

SAVE_AS = Text("请另存为 .docx 或 .txt", "save it as .docx or .txt")
LOCKED = Text("文件设了打开密码", "the file is encrypted")
UNLOCK = Text("请去掉打开密码后另存为 .docx", "remove the password and save it as .docx")
CUT = Text("文件不完整，可能下载或复制时中断", "the file is truncated")
COPY_AGAIN = Text("请重新下载或复制后再检查", "download or copy it again")


class Refusal(Exception):
    """The reason why bytes cannot be read, and what would be valid.

    Readers raise it because they do not know the document's name; `read` turns it into a ReadError.
    """

    def __init__(self, reason: Text, advice: Text = SAVE_AS) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice

    def named(self, name: str) -> ReadError:
        """Return the one line for people: which document, why, what to do."""
        shown = printable(name)
        return ReadError(
            f"无法读取“{shown}”：{self.reason}。{self.advice}。",
            f'cannot read "{shown}": {self.reason.en}; {self.advice.en}',
        )


def over_limit(what: Text, limit: int, unit: Text) -> Refusal:
    """Return the refusal of a document that exceeds a limit; `what` names the limit."""
    return Refusal(
        Text(f"{what}超过上限 {limit:,} {unit}", f"{what.en} over the limit of {limit:,} {unit.en}"),
        Text("请拆分或精简后再检查", "split or shorten it"),
    )


def printable(name: str) -> str:
    """Return `name` fit for one line of a message: anything that is not printable is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii") for c in name)

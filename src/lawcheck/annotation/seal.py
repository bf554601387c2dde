"""A mark by which lawcheck knows a copy that it wrote and that nobody has worked in since."""

from __future__ import annotations

import hashlib

from lawcheck.annotation.parts import homes
from lawcheck.readers.docx.package import Package
from lawcheck.readers.refusal import Refusal

# A remark of XML behind the comments: programs that save the file leave it out.
_BEGIN, _END = b"<!--lawcheck:", b"-->"


def seal(document: bytes, comments: bytes) -> bytes:
    """Return the comments part with a mark that goes with it and with the document part."""
    return comments + _BEGIN + _digest(document, comments) + _END


def is_untouched(data: bytes) -> bool:
    """Say whether `data` is a Word file that `seal` has marked, and its text and comments are still the same."""
    try:
        package = Package(data)
        home = homes(package)
        document, comments = (b"".join(package.chunks(name)) for name in (home.main, home.comments))
    except (Refusal, KeyError):
        return False
    sealed, begun, mark = comments.rpartition(_BEGIN)
    return bool(begun) and mark == _digest(document, sealed) + _END


def _digest(document: bytes, comments: bytes) -> bytes:
    return hashlib.sha256(document + b"\0" + comments).hexdigest().encode()

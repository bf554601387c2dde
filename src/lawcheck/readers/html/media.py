"""Pictures and embedded files of a page, by what its tags say of them: nothing is fetched."""

from __future__ import annotations

from collections.abc import Mapping

from lawcheck.readers.html.page import Picture
from lawcheck.readers.html.style import squeezed
from lawcheck.text.pattern import pattern

_FILE = pattern(r"(?i)\.(?:pdf|docx?|wps|ofd|xlsx?|tiff?)(?:[?#&]|\Z)")
_PIXELS = pattern(r"\s{0,9}(?P<size>\d{1,5})(?:\.\d{1,3})?\s{0,9}(?:px)?\s{0,9}\Z")


def picture(told: Mapping[str, str], at: int) -> Picture:
    """Return the picture of an `<img>` that stands before the line `at`."""
    pairs = (pair.partition(":") for pair in squeezed(told.get("style", "")).split(";"))
    style = {name: value for name, _, value in pairs}
    width, height = (_pixels(told.get(side, "")) or _pixels(style.get(side, "")) for side in ("width", "height"))
    return Picture(at, width, height)


def embeds_file(told: Mapping[str, str]) -> bool:
    """Say whether the element shows a file that may hold the report."""
    return _FILE.search(told.get("src") or told.get("data") or "") is not None


def _pixels(value: str) -> int:
    match = _PIXELS.match(value)
    return int(match["size"]) if match else 0

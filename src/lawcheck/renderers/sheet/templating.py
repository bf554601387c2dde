"""The one module that knows jinja2: templates beside it, everything escaped, nothing looked up at run time."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from lawcheck.text.visible import unveiled

_FOLDER = files(__package__).joinpath("templates")


def fill(name: str, fields: Mapping[str, object]) -> str:
    """Return the template `name` filled; every string in it is escaped, and shows what hides or steers."""
    return _environment().get_template(name).render(fields, **_style_sheet())


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return environment(_source)


def environment(source: Callable[[str], str]) -> Environment:
    """Return what fills templates, which `source` gives by name: all strings are escaped, and show what hides."""
    return Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _source(name: str) -> str:
    return _FOLDER.joinpath(name).read_text(encoding="utf-8")


def _finalize(value: object) -> object:
    """Return a value as it may be shown; what a template has made is text of its own."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return unveiled(value)


@lru_cache(maxsize=1)
def _style_sheet() -> dict[str, Markup | str]:
    css, css_hash = inline(_source("sheet.css"))
    return {"css": css, "css_hash": css_hash}


def inline(text: str) -> tuple[Markup, str]:
    """Return a style sheet or script of our own as it goes into a page, and the hash by which its policy allows it."""
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return Markup(text), f"sha256-{digest}"  # noqa: S704 - our own file

"""The library: the stages in a row, from a file to a checklist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from os import PathLike

from lawcheck import engine, extractors, outliner, readers, rulesets
from lawcheck.errors import UsageError
from lawcheck.model.checklist import Checklist, ProfileChoice
from lawcheck.model.document import METADATA_KEYS, Document
from lawcheck.model.outline import Field
from lawcheck.readers import Source
from lawcheck.rulesets import RuleSet
from lawcheck.wording import Text

YEARS = range(1949, 2101)
_BY_OPTION = Text("按指定", "as asked for")


def read(source: Source, *, name: str | None = None) -> Document:
    """Return a document as read: its text, blocks, origins, and what was left unread.

    Raises: ReadError when it cannot be read, UsageError when bytes come without a `name`.
    """
    return readers.read(source, name=name)


def load_ruleset(
    path: str | PathLike[str] | None = None, *, profile: str | None = None, year: int | None = None
) -> RuleSet:
    """Return the shipped rule set, or the one in the folder or file `path`.

    Raises: RuleSetError when a rule file is not valid, UsageError when there is no such profile.
    """
    return rulesets.load_ruleset(path, profile=profile, year=year)


def check(
    source: Source,
    *,
    name: str | None = None,
    profile: str | None = None,
    year: int | None = None,
    previous: Source | None = None,
    meta: Mapping[str, str] | None = None,
    ruleset: RuleSet | str | PathLike[str] | None = None,
    waivers: Iterable[object] = (),
    as_of: date | None = None,
) -> Checklist:
    """Return the checklist of one report: a path, bytes (then `name` is needed), or an open binary file.

    `profile` is detected from the issuer and the title when not given. `year` is the year expected. `meta` wins over
    what the file says of itself; its keys are METADATA_KEYS. `ruleset` is a rule set or the path of one; whoever checks
    many reports loads it once. `previous` and `waivers` are refused until their rules exist.

    Raises: ReadError when the source cannot be read, RuleSetError, UsageError for an argument that does not fit.

    >>> check("examples/good/yunxi-2024.txt").passed()
    True
    """
    _refuse(previous=previous, waivers=tuple(waivers))
    _check_year(year)
    check_meta(meta or {})
    rules = ruleset if isinstance(ruleset, RuleSet) else load_ruleset(ruleset)
    profile, year = profile or rules.profile, year or rules.year
    given = None if profile is None else rules.plan(profile)  # an unknown profile is told before anything is read
    document = read(source, name=name)
    if meta:
        document = replace(document, metadata=tuple({**dict(reversed(document.metadata)), **meta}.items()))
    outline = outliner.outline(document, rules.vocabulary)
    if given is not None:
        choice = ProfileChoice(given.profile.id, "option", _BY_OPTION)
    else:
        choice = rules.detect(_value(outline.issuer), _value(outline.title))
    plan = given or rules.plan(choice.id)
    day = as_of.date() if isinstance(as_of, datetime) else as_of  # a datetime is a date too, with a time of day
    facts = extractors.extract(document, outline, rules.vocabulary)
    return engine.run(plan, document, outline, choice=choice, expected_year=year, as_of=day, facts=facts)


def check_text(
    text: str,
    *,
    name: str = "text.txt",
    profile: str | None = None,
    year: int | None = None,
    previous: Source | None = None,
    meta: Mapping[str, str] | None = None,
    ruleset: RuleSet | str | PathLike[str] | None = None,
    waivers: Iterable[object] = (),
    as_of: date | None = None,
) -> Checklist:
    """Return the checklist of a report given as a string; otherwise as `check`.

    >>> check_text("关于节日放假的通知").outline.genre
    'notice'
    """
    return check(
        # A lone surrogate cannot be written as UTF-8; the reader then says so, as it does for a file.
        text.encode("utf-8", "surrogatepass"),
        name=name,
        profile=profile,
        year=year,
        previous=previous,
        meta=meta,
        ruleset=ruleset,
        waivers=waivers,
        as_of=as_of,
    )


def _value(field: Field | None) -> str | None:
    return None if field is None else field.value


def _refuse(*, previous: object, waivers: tuple[object, ...]) -> None:
    for name, value in (("previous", previous), ("waivers", waivers)):
        if value:
            raise UsageError(f"参数 {name} 尚未支持", f"argument {name} is not supported yet")


def _check_year(year: int | None) -> None:
    if year is not None and year not in YEARS:
        first, last = YEARS[0], YEARS[-1]
        raise UsageError(
            f"年度 {year} 不对：应是 {first} 至 {last} 之间的四位数", f"year {year}: four digits from {first} to {last}"
        )


def check_meta(meta: Mapping[str, str]) -> None:
    """Refuse keys that no document has. Raises: UsageError."""
    for key in meta:
        if key not in METADATA_KEYS:
            raise UsageError(
                f"没有元数据项“{key}”，可用的有：{'、'.join(METADATA_KEYS)}",
                f"no metadata key {key!r}; valid are: {', '.join(METADATA_KEYS)}",
            )

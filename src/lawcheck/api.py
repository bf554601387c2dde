"""The library: the stages in a row, from a file to a checklist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from os import PathLike

from lawcheck import engine, extractors, outliner, readers, rulesets
from lawcheck.errors import RuleTimeout, UsageError
from lawcheck.model.checklist import Checklist, ProfileChoice
from lawcheck.model.document import Document
from lawcheck.model.metadata import misfit
from lawcheck.model.outline import Field
from lawcheck.model.year import check_year
from lawcheck.readers import Reading, Source
from lawcheck.rulesets import RuleSet
from lawcheck.text.visible import visible
from lawcheck.wording import Text

_BY_OPTION = Text("按指定", "as asked for")


def read(source: Source, *, name: str | None = None) -> Document:
    """Return a document as read: its text, blocks, origins, and what was left unread.

    Of a path, `NAME.meta.json` beside it is read too, where there is one: a JSON object with METADATA_KEYS, which wins
    over what the file says of itself.

    Raises: ReadError when it cannot be read, UsageError when bytes come without a `name`.
    """
    return readers.read(source, name=name)


def read_each(sources: Iterable[Source], *, names: Iterable[str] | None = None) -> Iterator[Reading]:
    """Yield a Reading for each source, in order; its `document()` returns the document or raises a ReadError.

    Files that LibreOffice converts (.doc, .wps, .rtf) are converted many at a time, so whoever checks a folder of them
    should read it this way. Whatever the number of sources, few are held at once.

    Raises: UsageError for a source without a name.

    >>> for reading in read_each(["examples/good/yunxi-2024.txt"]):
    ...     print(check(reading.document()).passed())
    True
    """
    return readers.read_each(sources, names=names)


def load_ruleset(
    path: str | PathLike[str] | None = None, *, profile: str | None = None, year: int | None = None
) -> RuleSet:
    """Return the shipped rule set, or the one in the folder `path`.

    Raises: RuleSetError when a rule file is not valid, UsageError when there is no such profile.
    """
    return rulesets.load_ruleset(path, profile=profile, year=year)


def check(
    source: Source | Document,
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
    """Return the checklist of one report: a path, bytes (then `name` is needed), an open binary file, or a Document.

    `profile` is detected from the issuer and the title when not given. `year` is the year expected. `meta` wins over
    what the file says of itself and over a sidecar file beside it (see `read`); its keys are METADATA_KEYS, an empty
    value takes away what was said. `ruleset` is a rule set or the path of one; whoever checks many reports loads it
    once. `previous` and `waivers` are refused until their rules exist.

    Raises: ReadError when the source cannot be read; RuleTimeout when the words of a foreign rule set take too long to
    find, so that there is no outline or no profile; RuleSetError; UsageError for an argument that does not fit.

    >>> check("examples/good/yunxi-2024.txt").passed()
    True
    """
    _refuse(previous=previous, waivers=waivers)
    check_year(year)
    day = _day(as_of)
    meta = check_meta({} if meta is None else meta)
    rules = ruleset if isinstance(ruleset, RuleSet) else load_ruleset(ruleset)
    profile = rules.profile if profile is None else profile
    year = rules.year if year is None else year
    given = None if profile is None else rules.plan(profile)  # an unknown profile is told before anything is read
    document = _document(source, name)
    if meta:
        document = document.with_metadata(meta)
    try:
        outline = outliner.outline(document, rules.vocabulary)
        if given is not None:
            choice = ProfileChoice(given.profile.id, "option", _BY_OPTION)
        else:
            choice = rules.detect(_value(outline.issuer), _value(outline.title))
    except RuleTimeout as error:
        raise _without_outline(document.name, error) from None
    plan = given or rules.plan(choice.id)
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
    if not isinstance(text, str):
        raise _misfit("text", Text("字符串", "a string"), text)
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


def _document(source: Source | Document, name: str | None) -> Document:
    if not isinstance(source, Document):
        return read(source, name=name)
    return source if name is None else replace(source, name=name)


def _value(field: Field | None) -> str | None:
    return None if field is None else field.value


def check_meta(meta: Mapping[str, str]) -> Mapping[str, str]:
    """Return `meta`, where it holds keys that a document has with values that fit them. Raises: UsageError."""
    if not isinstance(meta, Mapping):
        raise _misfit("meta", Text("映射（dict）", "a mapping"), meta)
    for key, value in meta.items():
        wrong = misfit(key, value)
        if wrong is not None:
            raise UsageError(str(wrong), wrong.en)
    return meta


def _refuse(*, previous: object, waivers: object) -> None:
    """Refuse what is not supported yet, whatever it is. Raises: UsageError."""
    if not isinstance(waivers, Iterable):
        raise _misfit("waivers", Text("序列，没有就不写", "a sequence, left out when there are none"), waivers)
    for name, is_given in (("previous", previous is not None), ("waivers", any(True for _ in waivers))):
        if is_given:
            raise UsageError(f"参数 {name} 尚未支持", f"argument {name} is not supported yet")


def _day(as_of: object) -> date | None:
    if as_of is not None and not isinstance(as_of, date):
        raise _misfit("as_of", Text("日期（datetime.date）", "a datetime.date"), as_of)
    return as_of.date() if isinstance(as_of, datetime) else as_of  # a datetime is a date too, with a time of day


def _misfit(name: str, wanted: Text, given: object) -> UsageError:
    kind = type(given).__name__
    return UsageError(f"参数 {name} 应是{wanted}，不能是 {kind}", f"argument {name} is {wanted.en}, not {kind}")


def _without_outline(name: str, error: RuleTimeout) -> RuleTimeout:
    """Return the error of a document that no checklist can be made of, with its name."""
    shown, message = visible(name), error.message
    return RuleTimeout(
        f"无法检查“{shown}”：规则集的词汇太费时间，{message}。请改写这个模式。",
        f'cannot check "{shown}": the words of the rule set take too long, {message.en}; rewrite that pattern',
    )

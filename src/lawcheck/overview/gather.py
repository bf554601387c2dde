"""Going through the files of a run: those known from an earlier run are not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from lawcheck.model.checklist import Checklist, Unreadable
from lawcheck.overview.digest import digest
from lawcheck.overview.store import Store, key
from lawcheck.overview.survey import Entry
from lawcheck.renderers.style import Style

Check = Callable[[Sequence[str]], Iterator[Checklist | Unreadable]]


def gather(
    paths: Sequence[str],
    names: Sequence[str],
    check: Check,
    style: Style,
    store: Store,
    *,
    options: Mapping[str, object],
    earlier: str | None = None,
    is_kept: bool = True,
    seen: Callable[[str, Checklist], None] = lambda name, checklist: None,
) -> Iterator[Entry]:
    """Yield an entry for each of `paths`, in order; their records go into `store`.

    `check` gives what comes of the paths that it is given, in order. `options` is all that a result depends on beside
    the file. `earlier` is the file that an earlier run left, if any; `is_kept` says that a later run may know these.
    `seen` is told each checklist, under its name, before it is let go.
    """
    keys = [key(path, options) if is_kept else None for path in paths]
    known = store.known(earlier, {one for one in keys if one is not None})
    outcomes = check([path for path, one in zip(paths, keys, strict=True) if one not in known])
    for path, name, one in zip(paths, names, keys, strict=True):
        if one is not None and one in known:
            number, summary = known[one]
            yield Entry(name, summary, number)
            continue
        outcome = next(outcomes)
        if isinstance(outcome, Unreadable):
            yield Entry(name, None, unreadable=outcome)
            continue
        seen(name, outcome)
        summary, details = digest(outcome, style)
        # Read by the check after it was hashed here: only where it is the same still do both tell of one file.
        is_same = one is not None and key(path, options) == one
        yield Entry(name, summary, store.put(one if is_same else None, summary, details))

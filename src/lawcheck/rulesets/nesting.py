"""Repeats inside repeats, such as `(a+)+b`: a search for them may try every way to share out the text."""

from __future__ import annotations

from lawcheck.rulesets.pattern_scan import atom_end, group_start, repeat_at

_MANY = 10  # times from which on a repeat counts


def nested_repeat(source: str) -> str | None:
    """Return the first repeated group of a pattern that repeats something itself, or None.

    Repeats of a fixed count, possessive ones (`a++`) and what stands in an atomic group (`(?>…)`) do not count.
    `source` is a pattern that `scan` has accepted.
    """
    starts, loops = [0], [False]  # of each open group: where it begins, and whether it repeats something
    start, is_loop, at = 0, False, 0  # of the last atom: where it begins, and whether it repeats something inside
    while at < len(source):
        repeat = repeat_at(source, at)
        if repeat is not None:
            end, least, most = repeat
            if most >= _MANY and least != most and source[end : end + 1] != "+":
                if is_loop:
                    return source[start:end]
                loops[-1] = True
            at = end + (source[end : end + 1] in ("+", "?"))
        elif source[at] == "(" and (inside := group_start(source, at)) is not None:
            starts.append(at)
            loops.append(False)
            at = inside
        elif source[at] == ")" and len(starts) > 1:
            start, is_loop = starts.pop(), loops.pop()
            is_loop = is_loop and not source.startswith("(?>", start)
            loops[-1] = loops[-1] or is_loop
            at += 1
        else:
            start, is_loop, at = at, False, atom_end(source, at)
    return None

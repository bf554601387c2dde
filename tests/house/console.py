"""Console examples of the documentation: run them, compare them, write them anew.

    python -m tests.house.console      put what the commands print now into every page

Read the change before you keep it: a page that says something new may be wrong.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.house.fences import ROOT, Fence, fences, pages

ANY_LINES = "……"  # a line of an expected output that stands for any number of lines


def commands(fence: Fence) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a console example with the lines that it shall print."""
    command, expected = None, []
    for line in fence.text.rstrip("\n").split("\n"):
        if line.startswith("$ "):
            if command is not None:
                yield command, expected
            command, expected = line[2:], []
        else:
            expected.append(line)
    assert command is not None, f"{fence}: a console example begins with `$ `"
    yield command, expected


def outcomes(fence: Fence) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield each command of a console example with the lines that it shall print and those that it prints."""
    status = 0
    for command, expected in commands(fence):
        if command == "echo $?":
            yield command, expected, [str(status)]
            continue
        status, printed = run(command)
        yield command, expected, printed


def run(command: str) -> tuple[int, list[str]]:
    """Return the exit code and the printed lines of a `lawcheck …` command, run at the top of the checkout."""
    name, *arguments = shlex.split(command)
    assert name == "lawcheck", f"only lawcheck commands are run: {command}"
    done = subprocess.run(
        [sys.executable, "-m", "lawcheck", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
    )
    return done.returncode, [line.rstrip() for line in done.stdout.splitlines()]


def matches(expected: list[str], printed: list[str]) -> bool:
    """Say whether `printed` is `expected`, where a line of ANY_LINES stands for any number of lines."""
    if ANY_LINES not in expected:
        return expected == printed
    cut = expected.index(ANY_LINES)
    head, tail = expected[:cut], expected[cut + 1 :]
    return printed[:cut] == head and any(matches(tail, printed[i:]) for i in range(cut, len(printed) + 1))


def rewritten(fence: Fence) -> str:
    """Return the text of a console example with what its commands print now; a shortened output stays as it is."""
    rows: list[str] = []
    for command, expected, printed in outcomes(fence):
        if ANY_LINES in expected and not matches(expected, printed):
            print(f"{fence}: $ {command}: shortened by hand, and no longer true")
        rows += [f"$ {command}", *(expected if ANY_LINES in expected else printed)]
    return "".join(f"{row}\n" for row in rows)


def write(page: Path) -> None:
    """Write the console examples of one page anew."""
    text = page.read_text(encoding="utf-8")
    for fence in fences(page, page.name):
        if fence.language == "console":
            text = text.replace(f"```console\n{fence.text}```", f"```console\n{rewritten(fence)}```")
    page.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for page in pages(ROOT):
        write(page)

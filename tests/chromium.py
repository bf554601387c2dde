"""Chromium in tests: whether it is here, and what it makes of a page. Nothing but this machine is reached."""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")
# Chromium makes no window narrower than 500, so a narrow page is looked at in a frame, and asked about itself there.
_FRAME = """<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,">
<body style="margin:0"><iframe src="/page" width="{width}" height="{height}" style="border:0"></iframe><script>
onload = () => {{
  const page = frames[0].document, root = page.documentElement, ids = [...page.querySelectorAll("[id]")].map(e => e.id)
  const told = {{
    overflow: root.scrollWidth - root.clientWidth,
    dangling: [...page.querySelectorAll("a")].map(a => a.getAttribute("href"))
      .filter(h => !(h && h.startsWith("#") && page.getElementById(h.slice(1)))),
    doubled: ids.filter((id, at) => ids.indexOf(id) !== at),
    loaded: frames[0].performance.getEntriesByType("resource").map(e => e.name),
    scripts: page.scripts.length,
    styled: getComputedStyle(page.body).marginTop,
  }}
  if ({ask}) document.body.textContent = JSON.stringify(told)
}}
</script>"""


def needed() -> str:
    """Return the path of Chromium; without it the test is skipped, or fails where all tests have to run."""
    found = os.environ.get("LAWCHECK_TEST_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        if os.environ.get("LAWCHECK_TEST_ALL"):
            raise FileNotFoundError("Chromium is not installed")
        pytest.skip("Chromium is not installed")
    return found


@dataclass
class Browser:
    """Chromium before one page, served from this machine; `asked` are the paths that were requested of it."""

    program: str
    folder: Path
    address: str
    asked: list[str] = field(default_factory=list)

    def told(self, width: int) -> dict[str, Any]:
        """Return what the page says of itself at that width."""
        out = self._run("--dump-dom", f"{self.address}/frame/{width}/900/true").stdout
        found: dict[str, Any] = json.loads(html.unescape(out[out.index("{") : out.rindex("}") + 1]))
        return found

    def picture(self, width: int, height: int = 1200) -> bytes:
        """Return a picture of the page (PNG)."""
        target = self.folder / "picture.png"
        size = f"--window-size={max(width, 500)},{height}"
        self._run(size, "--hide-scrollbars", f"--screenshot={target}", f"{self.address}/frame/{width}/{height}/false")
        return target.read_bytes()

    def printed(self) -> bytes:
        """Return the page as printed (PDF)."""
        target = self.folder / "page.pdf"
        self._run("--no-pdf-header-footer", f"--print-to-pdf={target}", f"{self.address}/page")
        return target.read_bytes()

    def console(self) -> list[str]:
        """Return what the browser says about the page when it shows it."""
        said = self._run("--enable-logging=stderr", "--dump-dom", f"{self.address}/page").stderr
        return [line for line in said.splitlines() if "CONSOLE" in line]

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        profile = f"--user-data-dir={self.folder / 'profile'}"
        command = [self.program, *_QUIET, profile, *arguments]
        return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)


@contextmanager
def showing(page: str, folder: Path) -> Iterator[Browser]:
    """Serve `page` on this machine's own address while the browser looks at it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            body = page
            if self.path.startswith("/frame/"):
                width, height, ask = self.path.split("/")[2:5]
                body = _FRAME.format(width=width, height=height, ask=ask)
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode("utf-8"))

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Browser(needed(), folder, f"http://127.0.0.1:{server.server_address[1]}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

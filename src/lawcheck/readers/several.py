"""Reading many documents in order, looking ahead: files that another program converts go to it together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice, repeat

from lawcheck.model.document import Document
from lawcheck.readers import limits
from lawcheck.readers.draft import Draft
from lawcheck.readers.formats import FORMATS, claimed_format
from lawcheck.readers.reading import Opened, open_source, to_document
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.source import Source, name_of

# Sources whose names are looked at before the first of them is read.
_AHEAD = 100


class Reading:
    """One of several documents, read when `document` is called; `name` is how it is called in results."""

    def __init__(self, source: Source, name: str, window: list[Reading]) -> None:
        self.name = name
        self._source = source
        self._window = window
        self._opened: Opened | Refusal | None = None
        self._draft: Callable[[], Draft] | None = None

    def document(self) -> Document:
        """Return the document; what is held of it goes with the call.

        Raises: ReadError for what cannot be read or exceeds a limit; UsageError for what is no source.
        """
        try:
            opened = self._open()
            if self._draft is None and opened.format.is_batched:
                self._read_together(opened)
            draft = self._draft or partial(opened.format.reader().read, opened.taken.data)
            return to_document(opened, self.name, draft())
        except Refusal as e:
            raise e.named(self.name) from None
        finally:
            self._opened = self._draft = None

    def _open(self) -> Opened:
        if self._opened is None:
            try:
                self._opened = open_source(self._source, self.name)
            except Refusal as refusal:
                self._opened = refusal
        if isinstance(self._opened, Refusal):
            raise self._opened
        return self._opened

    def _read_together(self, opened: Opened) -> None:
        """Give this one its draft, and those of the window that the same reader takes, as far as the limits go."""
        readings, files = [self], [opened.taken.data]
        for later in self._window[self._window.index(self) + 1 :]:
            if len(files) >= limits.OFFICE_FILES or sum(map(len, files)) >= limits.OFFICE_BYTES:
                break
            data = later._data_for(opened.format.module)
            if data is not None:
                readings.append(later)
                files.append(data)
        for reading, draft in zip(readings, opened.format.batch_reader().read_many(files), strict=True):
            reading._draft = draft

    def _data_for(self, module: str) -> bytes | None:
        """Return the content, where this is a file that the reader in `module` takes and that has no draft yet."""
        claimed = FORMATS.get(claimed_format(self.name))
        if self._draft is not None or claimed is None or claimed.module != module or hasattr(self._source, "read"):
            return None
        try:
            opened = self._open()
        except Refusal:  # told when its turn comes
            return None
        return opened.taken.data if opened.format.module == module else None


def read_each(sources: Iterable[Source], *, names: Iterable[str] | None = None) -> Iterator[Reading]:
    """Yield a Reading for each source, in order; nothing is read before a document is asked for.

    Old Word, WPS and RTF files among the next hundred sources are then converted together, which takes little longer
    than one alone. What cannot be read stops none of the others.

        >>> [reading.document().text for reading in read_each([b"A", b"B"], names=["a.txt", "b.txt"])]
        ['A', 'B']

    Raises: UsageError for a source without a name.
    """
    pairs = zip(sources, repeat(None)) if names is None else zip(sources, names, strict=True)
    while chunk := list(islice(pairs, _AHEAD)):
        window: list[Reading] = []
        window += [Reading(source, name_of(source, name), window) for source, name in chunk]
        yield from window

"""Text for people, in Chinese first and English second."""

from __future__ import annotations

from collections.abc import Mapping


class Text(str):
    """A Chinese sentence that carries its English twin in `.en`.

    It *is* the Chinese string, so whoever prints it without thinking prints Chinese.
    """

    __slots__ = ("en",)
    en: str

    def __new__(cls, zh: str, en: str) -> Text:
        """Return the pair; both languages are always given."""
        self = super().__new__(cls, zh)
        self.en = en
        return self

    def __reduce__(self) -> tuple[type[Text], tuple[str, str]]:
        return Text, (str(self), self.en)

    def fill(self, fields: Mapping[str, str]) -> Text:
        """Return both languages with each `{name}` replaced by its field; a Text field keeps to its language."""
        return Text(fill(str(self), fields), fill(self.en, {name: in_language(v, "en") for name, v in fields.items()}))


def in_language(text: str, lang: str) -> str:
    """Return `text` in `zh` or `en`; a plain string has one form for both."""
    if isinstance(text, Text):
        return text.en if lang == "en" else str(text)
    return text


def fill(template: str, fields: Mapping[str, str]) -> str:
    """Return `template` with `{name}` replaced; unknown names stay as written.

    Not `str.format`: a field holds text from strangers and a template may come from a foreign rule set, so neither
    may reach attributes, indices or format specifications. Fields are never read again for names.
    """
    head, *rest = template.split("{")
    out = [head]
    for part in rest:
        name, closed, after = part.partition("}")
        out.append(fields[name] + after if closed and name in fields else "{" + part)
    return "".join(out)

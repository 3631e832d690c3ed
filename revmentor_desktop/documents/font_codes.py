"""How one file writes the letters of a font: by codes, given out as letters are first used."""

from __future__ import annotations

from typing import Any, Final

from reportlab.pdfbase.ttfonts import TTFont

_ESCAPED: Final = {code: f"\\{chr(code)}" for code in b"()\\"} | {
    code: f"\\{code:03o}" for code in b"\0\n\r"
}
"""Codes that cannot stand in a text as they are."""


def _written(codes: bytes) -> str:
    return "".join(_ESCAPED.get(code) or chr(code) for code in codes)


class FontCodes(dict[int, str]):
    """What stands for each letter that was used; letters are looked up by `str.translate`.

    A file has room for 256 letters of a font under one name, and takes another name for more.
    """

    def __init__(self, font: TTFont, document: Any) -> None:
        super().__init__()
        self._font = font
        self._document = document
        self._has_more_names = False
        self._first_name = ""

    def __missing__(self, letter: int) -> str:
        ((number, codes),) = self._font.splitString(chr(letter), self._document)
        self._has_more_names = self._has_more_names or number > 0
        self[letter] = _written(codes)
        return self[letter]

    def shown(self, text: str) -> list[tuple[str, str]]:
        """Return `text` as it is written in the file, each stretch with its name of the font."""
        written = text.translate(self)
        if not self._has_more_names:
            self._first_name = self._first_name or self._name(0)
            return [(self._first_name, written)]
        stretches = self._font.splitString(text, self._document)
        return [(self._name(number), _written(codes)) for number, codes in stretches]

    def _name(self, number: int) -> str:
        return str(self._font.getSubsetInternalName(number, self._document))

"""The pictures in a PDF file, and where they stand on its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pypdf.generic import ContentStream

from tests.documents.reading_back import reader


@dataclass(frozen=True)
class Shown:
    """A picture on a page, from 0: where it stands, in points, and the number of its pixels."""

    page: int
    left: float
    bottom: float
    width: float
    height: float
    number: int
    pixels: bytes
    colours: str

    @property
    def top(self) -> float:
        return self.bottom + self.height

    @property
    def right(self) -> float:
        return self.left + self.width


def pictures(pdf: bytes) -> list[Shown]:
    """Return every picture that is drawn."""
    file = reader(pdf)
    found: list[Shown] = []
    for at, page in enumerate(file.pages):
        place: list[float] = []
        for operands, operator in ContentStream(page.get_contents(), file).operations:
            if operator == b"cm":
                place = [float(one) for one in operands]
            elif operator == b"Do":
                resources: Any = page["/Resources"]
                held = resources["/XObject"].raw_get(operands[0])
                image = held.get_object()
                width, _, _, height, left, bottom = place
                found.append(
                    Shown(
                        *(at, left, bottom, width, height),
                        *(held.idnum, image.get_data(), str(image["/ColorSpace"])),
                    )
                )
    return found


def images_held(pdf: bytes) -> int:
    """Return how many pictures a file holds, however often each is drawn."""
    return pdf.count(b"/Subtype/Image")

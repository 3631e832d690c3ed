"""The canvas that papers are drawn on: it knows what it draws, and in which colours it prints.

Text that is drawn while an element is open belongs to it, for screen readers; all else, such as
lines, grounds and the foot of a page, is ornament that they pass over.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from revmentor_desktop.documents.field_font import FIELD_FONT, field_font
from revmentor_desktop.documents.font_codes import FontCodes
from revmentor_desktop.documents.fonts import body_font_name, searchable
from revmentor_desktop.documents.logos import Logos
from revmentor_desktop.documents.pdf_file import Packed, Packs, pdf_text, written
from revmentor_desktop.documents.styles import Paper, colour
from revmentor_desktop.documents.tagging import Box, Element, Tree
from revmentor_desktop.domain.logo import Logo

_ORNAMENT: Final = "/Artifact BMC"
_TICKS: Final = "/ZaDb<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>"
"""The font in which some readers draw ticks of their own; every reader has it."""
_GREYS: Final = {"line": 0.6, "control": 0.35}
_SOFT: Final = 0.8
"""A bar in a soft colour, printed in black and white."""
_CURVE: Final = 0.4472
"""Where the handles of a round corner are, in parts of its radius."""


def number(value: float) -> str:
    """Return a number as it stands in a file: never with an exponent."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


@cache
def _operator(name: str, of_colour: str, of_grey: str, in_colour: bool) -> str:
    """Return what sets a colour of the palette; in black and white, text comes out black."""
    if in_colour:
        return f"{' '.join(map(number, colour(name).rgb()))} {of_colour}"
    return f"{_GREYS.get(name, _SOFT if name.endswith('_soft') else 0.0)} {of_grey}"


def _rounded(place: tuple[float, float, float, float], radius: float) -> str:
    """Return the path of a box with round corners, from its lower left one on."""
    left, bottom, width, height = place
    right, top, handle = left + width, bottom + height, _CURVE * radius
    points = (
        (left + radius, bottom, "m"),
        (right - radius, bottom, "l"),
        (right - handle, bottom, ""),
        (right, bottom + handle, ""),
        (right, bottom + radius, "c"),
        (right, top - radius, "l"),
        (right, top - handle, ""),
        (right - handle, top, ""),
        (right - radius, top, "c"),
        (left + radius, top, "l"),
        (left + handle, top, ""),
        (left, top - handle, ""),
        (left, top - radius, "c"),
        (left, bottom + radius, "l"),
        (left, bottom + handle, ""),
        (left + handle, bottom, ""),
        (left + radius, bottom, "c"),
    )
    return " ".join([f"{x:.6f} {y:.6f} {does}" for x, y, does in points]) + " h"


class OpenElement:
    """An element that is open while something is drawn; none where nothing is told of it."""

    __slots__ = ("_element", "_tree")

    def __init__(self, tree: Tree | None = None, element: Element | None = None) -> None:
        self._tree = tree
        self._element = element

    def __enter__(self) -> Element | None:
        return self._element

    def __exit__(self, *_: object) -> None:
        if self._tree:
            self._tree.close()


_NOTHING: Final = OpenElement()


class PaperCanvas(Canvas):
    """Pages of one file. What is drawn outside of a sheet is ornament."""

    # What reportlab keeps of the page that is drawn, and of the file.
    _code: list[str]
    _doc: Any
    _annotationrefs: list[PDFObjectReference]
    _pagesize: tuple[float, float]
    _preamble: str

    def __init__(self, paper: Paper, *, in_colour: bool = True) -> None:
        options: dict[str, Any] = {
            "pagesize": paper.value,
            "invariant": 1,
            "initialFontName": body_font_name(),  # else an unembedded Helvetica comes along
            "lang": "en-GB",
        }
        super().__init__(io.BytesIO(), **options)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.in_colour = in_colour
        self.key = object()
        """What the file is known by to those who keep something for it."""
        self._codes: dict[str, FontCodes] = {}
        self._looks: dict[tuple[int, int, str], int] = {}
        self._pages: list[int] = []
        self._fields: list[int] = []
        self._fields_here: dict[int, str] = {}
        """What is known of the fields of the page that is drawn, by number."""
        self._packs = Packs(self._doc)
        self._logos = Logos(self._reference, in_colour=in_colour)
        self._page_tree = self._packs.number()
        self._tree = Tree(self._packs, self._page_object)
        self._is_sealed = False
        """Whether elements and text within go into what is open already."""
        self._sheets = 0
        self._headings = 0
        self._has_headings = False
        self._ornament_at = 0
        self._begin_ornament()

    @contextmanager
    def sheet(self, title: str, *, has_headings: bool, is_closed: bool) -> Iterator[None]:
        """Draw a document with pages of its own; its bookmark has its headings below, or none.

        `is_closed` hides those until somebody asks for them.
        """
        self._sheets += 1
        name = f"sheet{self._sheets}"
        self.bookmarkPage(name)
        self.addOutlineEntry(searchable(title), name, 0, closed=is_closed)
        self._has_headings = has_headings
        self._tree.begin_sheet()
        yield
        self._tree.end_sheet()

    def element(self, kind: str, style: str = "", key: object = None) -> OpenElement:
        """Draw a part of the document, such as a paragraph ("P"); kinds are those of PDF.

        What a page break parts is drawn with the same `key` again and stays one.
        """
        if self._is_sealed:
            return _NOTHING
        return OpenElement(self._tree, self._tree.open(kind, style, key))

    def item(self, style: str, key: object = None) -> OpenElement:
        """Draw an item of a list of that style; items that follow one another are one list."""
        if self._is_sealed:
            return _NOTHING
        return OpenElement(self._tree, self._tree.open_item(style, key))

    @contextmanager
    def ornament(self) -> Iterator[None]:
        """Draw what screen readers pass over, text and all."""
        was, self._is_sealed = self._is_sealed, True
        yield
        self._is_sealed = was

    @contextmanager
    def picture(self, alt: str, kind: str = "Figure", box: Box | None = None) -> Iterator[None]:
        """Draw one thing that `alt` puts into words; `box` says where it stands."""
        with self.element(kind) as element:
            if element is None:
                yield
                return
            element.say("Alt", alt)
            if box:
                element.place(box)
            self._begin_content()
            with self.ornament():
                yield
            self._end_content()

    def logo(self, logo: Logo, alt: str, place: tuple[float, float, float, float]) -> None:
        """Draw a logo at `place`, (x, bottom, width, height); the file holds its pixels once."""
        x, bottom, width, height = place
        with self.picture(alt, box=(x, bottom, x + width, bottom + height)):
            name = self._logos.name(logo)
            size = f"{number(width)} 0 0 {number(height)} {number(x)} {number(bottom)}"
            self._code.append(f"q {size} cm {name} Do Q")

    def heading(self, text: str, top: float) -> None:
        """Give a heading its bookmark, where the document has some."""
        if self._has_headings and not self._is_sealed:
            self._headings += 1
            name = f"heading{self._headings}"
            self.bookmarkPage(name, fit="XYZ", left=0, top=top, zoom=0)
            self.addOutlineEntry(searchable(text), name, 1)

    def filling(self, name: str) -> str:
        """Return what fills with a colour of the palette, within a text too."""
        return _operator(name, "rg", "g", self.in_colour)

    def fill_in(self, name: str) -> None:
        """Fill with a colour of the palette from here on."""
        self._code.append(self.filling(name))

    def stroking(self, name: str) -> str:
        """Return what draws lines in a colour of the palette."""
        return _operator(name, "RG", "G", self.in_colour)

    def stroke_in(self, name: str) -> None:
        """Draw lines in a colour of the palette from here on."""
        self._code.append(self.stroking(name))

    def rule(
        self, colour: str, thickness: float, start: tuple[float, float], end: tuple[float, float]
    ) -> None:
        """Draw a straight line in a colour of the palette."""
        (x, y), (to_x, to_y) = start, end
        self.stroke_in(colour)
        self._code.append(f"{thickness} w {x:.6f} {y:.6f} m {to_x:.6f} {to_y:.6f} l S")

    def box(
        self,
        place: tuple[float, float, float, float],
        radius: float,
        *,
        fill: str | None = None,
        border: str | None = None,
        thickness: float = 0.75,
    ) -> None:
        """Draw a box with round corners at `place`, (x, bottom, width, height)."""
        if border:
            self.stroke_in(border)
            self._code.append(f"{thickness} w")
        if fill:
            self.fill_in(fill)
        ending = "B" if fill and border else "f" if fill else "S" if border else "n"
        self._code.append(f"{_rounded(place, radius)} {ending}")

    def codes(self, font: TTFont) -> FontCodes:
        """Return how this file writes the letters of a font."""
        if font.fontName not in self._codes:
            self._codes[font.fontName] = FontCodes(font, self._doc)
        return self._codes[font.fontName]

    def write(self, x: float, y: float, code: str) -> None:
        """Write text from (x, y) on by operators of PDF: content of the element that is open."""
        text = f"BT 1 0 0 1 {x:.6f} {y:.6f} Tm {code} ET"
        if self._is_sealed or not self._tree.is_inside:
            self._code.append(text)
            return
        self._begin_content()
        self._code.append(text)
        self._end_content()

    def look(self, size: tuple[int, int], code: str) -> int:
        """Return the number of an object of its own that shows `code` in a field of that size."""
        entries = f"/Type/XObject/Subtype/Form/BBox[0 0 {size[0]} {size[1]}]/Resources<<>>"
        return self._reference(Packed(code.encode("ascii"), entries))

    def shared_look(self, size: tuple[int, int], code: str) -> int:
        """Do as `look`, once for all fields that show the same and in which nothing is typed."""
        key = (*size, code)
        if key not in self._looks:
            self._looks[key] = self.look(size, code)
        return self._looks[key]

    def add_field(self, label: str, place: tuple[int, int, int, int], entries: str) -> None:
        """Add a field at `place`, (x, bottom, width, height): what it is stands in `entries`."""
        x, bottom, width, height = place
        number = self._packs.number()
        self._fields.append(number)
        with self.element("Form"):
            key = self._tree.add_annotation(number)
        self._fields_here[number] = (
            f"<</Type/Annot/Subtype/Widget/F 4/T(field-{len(self._fields)}){entries}"
            f"/TU{pdf_text(searchable(label))}/StructParent {key}"
            f"/Rect[{x} {bottom} {x + width} {bottom + height}]"
        )

    def finished(self, title: str) -> bytes:
        """Return the file."""
        for font in self._doc.delayedFonts:
            font.addObjects(self._doc)
        self._doc.Catalog.Pages = self._known("pages", self._whole())
        self._doc.Catalog.StructTreeRoot = self._known("structure", self._tree.end())
        if self._fields:
            self._doc.Catalog.AcroForm = self._known("form", self._form())
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self._doc.Outlines.prepare(self._doc, self)
        if self._doc.Outlines.ready < 0:
            self._doc.Catalog.Outlines = None
        return written(self._doc, self._packs, searchable(title))

    # The names that follow are reportlab's.
    def showPage(self) -> None:  # noqa: N802
        """End the page; it is compressed at once."""
        self._end_ornament()
        page = self._packs.number()
        self._packs.add(page, self._page(page))
        self._known(self._doc.thisPageName(), page)
        self._pages.append(page)
        self._doc.pageCounter += 1
        self._doc.inObject = None
        self._tree.end_page()
        reportlabs: Any = self
        reportlabs._startPage()
        self._begin_ornament()

    def _page(self, page: int) -> str:
        """Return the page that is drawn as it stands in the file, with that number."""
        code = "\n".join((self._preamble, *self._code))
        content = self._reference(Packed(code.encode("latin-1")))
        for one, field in self._fields_here.items():
            self._packs.add(one, f"{field}/P {page} 0 R>>")
        links = [self._object_number(link.name) for link in self._annotationrefs]
        notes = " ".join(f"{one} 0 R" for one in (*links, *self._fields_here))
        self._fields_here = {}
        size = " ".join(map(number, self._pagesize))
        return (
            f"<</Type/Page/Parent {self._page_tree} 0 R/MediaBox[0 0 {size}]"
            f"/Resources<</Font {self._object_number('BasicFonts')} 0 R{self._logos.of_page()}>>"
            f"/Contents {content} 0 R/Tabs/S"
            f"/StructParents {self._tree.page_key}{f'/Annots[{notes}]' if notes else ''}>>"
        )

    def _addAnnotation(  # noqa: N802
        self, annotation: PDFDictionary, name: str | None = None, addtopage: int = 1
    ) -> None:
        """Take in a link: an element of its own in the one that is open."""
        reportlabs: Any = super()
        reportlabs._addAnnotation(annotation, name, addtopage)
        number = self._object_number(self._doc.Reference(annotation).name)
        with self.element("Link"):
            annotation["StructParent"] = self._tree.add_annotation(number)

    def _form(self) -> int:
        """Return the number of an object that names all fields, and the fonts of what they show."""
        fonts = f"/{FIELD_FONT} {field_font(self._packs)} 0 R{_TICKS}"
        fields = " ".join(f"{number} 0 R" for number in self._fields)
        number = self._packs.number()
        look = f"/DA(/{FIELD_FONT} 0 Tf 0 g)/DR<</Font<<{fonts}>>>>"
        self._packs.add(number, f"<<{look}/Fields[{fields}]>>")
        return number

    def _known(self, name: str, number: int) -> PDFObjectReference:
        """Let reportlab know an object of ours by a name."""
        self._doc.idToObjectNumberAndVersion[name] = (number, 0)
        return PDFObjectReference(name)

    def _reference(self, stream: Packed) -> int:
        """Take a stream into the file and return the number of its object."""
        return self._object_number(self._doc.Reference(stream).name)

    def _object_number(self, name: str) -> int:
        return int(self._doc.idToObjectNumberAndVersion[name][0])

    def _page_object(self, page: int) -> int:
        return self._pages[page]

    def _whole(self) -> int:
        """Return the number of an object that names all pages."""
        pages = " ".join(f"{number} 0 R" for number in self._pages)
        content = f"<</Type/Pages/Count {len(self._pages)}/Kids[{pages}]>>"
        self._packs.add(self._page_tree, content)
        return self._page_tree

    def _begin_content(self) -> None:
        self._end_ornament()
        kind, number = self._tree.add_content()
        self._code.append(f"/{kind} <</MCID {number}>> BDC")

    def _end_content(self) -> None:
        self._code.append("EMC")
        self._begin_ornament()

    def _begin_ornament(self) -> None:
        self._ornament_at = len(self._code)
        self._code.append(_ORNAMENT)

    def _end_ornament(self) -> None:
        if len(self._code) == self._ornament_at + 1:
            self._code.pop()
        else:
            self._code.append("EMC")

"""What the parts of pages are and in which order they are read: the tree for screen readers.

A `Tree` grows while pages are drawn. Its elements are kept only until their sheet is done; then
they go into the file's packs of small objects.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from revmentor_desktop.documents.fonts import searchable
from revmentor_desktop.documents.pdf_file import Packs, pdf_text

_ATTRIBUTES: Final = {
    "column title": "/A<</O/Table/Scope/Column>>",
    "row title": "/A<</O/Table/Scope/Row>>",
    "numbers": "/A<</O/List/ListNumbering/Decimal>>",
    "signs": "/A<</O/List/ListNumbering/Disc>>",
}
"""What is said of an element beside its kind, by a name for it."""
_LEVELS: Final = {f"H{level}": level for level in range(1, 7)}


Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


@dataclass(slots=True)
class _Content:
    """What is drawn on a page (counted from 0) as its `number`-th content."""

    page: int
    number: int


@dataclass(slots=True)
class _Annotation:
    """A field or a link on a page, by the number of its object."""

    page: int
    number: int


class Element:
    """A part of a document, such as a paragraph, by its object number; kinds are those of PDF.

    `parent` is the number of the one that it is in.
    """

    __slots__ = ("extras", "kids", "kind", "number", "parent", "style")

    def __init__(self, kind: str, number: int, parent: int) -> None:
        self.kind = kind
        self.number = number
        self.parent = parent
        self.style = ""
        self.extras = ""
        self.kids: list[Element | _Content | _Annotation] = []

    def say(self, entry: str, text: str) -> None:
        """Give the element a text: "Alt" for a picture, "ActualText" for a text.

        What goes on over a page says so on each of them, and has it once.
        """
        said = f"/{entry}{pdf_text(searchable(text))}"
        if said not in self.extras:
            self.extras += said

    def place(self, box: Box) -> None:
        """Say where the element stands on its page."""
        edges = " ".join(f"{edge:.1f}" for edge in box)
        self.extras += f"/A<</O/Layout/Placement/Block/BBox[{edges}]>>"

    def written(self, page_number: Callable[[int], int]) -> str:
        """Return the element as it stands in the file; `page_number` gives a page's object."""
        if len(self.kids) == 1 and isinstance(content := self.kids[0], _Content):
            page, kids = f"/Pg {page_number(content.page)} 0 R", f"/K[{content.number}]"
            return f"<</S/{self.kind}/P {self.parent} 0 R{page}{self.extras}{kids}>>"
        here = next((kid.page for kid in self.kids if isinstance(kid, _Content)), -1)
        kids = " ".join(_written_kid(kid, here, page_number) for kid in self.kids)
        page = f"/Pg {page_number(here)} 0 R" if here >= 0 else ""
        inner = f"/K[{kids}]" if kids else ""
        return f"<</S/{self.kind}/P {self.parent} 0 R{page}{self.extras}{inner}>>"


def _written_kid(
    kid: Element | _Content | _Annotation, here: int, page_number: Callable[[int], int]
) -> str:
    match kid:
        case Element(number=number):
            return f"{number} 0 R"
        case _Content(page=page, number=number) if page == here:
            return str(number)
        case _Content(page=page, number=number):
            return f"<</Type/MCR/Pg {page_number(page)} 0 R/MCID {number}>>"
        case _Annotation(page=page, number=number):
            return f"<</Type/OBJR/Pg {page_number(page)} 0 R/Obj {number} 0 R>>"


class Tree:
    """The elements of a file. `page_number` gives the object of a page that is done."""

    def __init__(self, packs: Packs, page_number: Callable[[int], int]) -> None:
        self._packs = packs
        self._page_number = page_number
        self._root = packs.number()
        self._document = packs.number()
        self._sheets: list[int] = []
        self._elements: list[Element] = []
        self._open: list[Element] = []
        self._begun: dict[int, tuple[object, Element]] = {}
        """Elements that may go on, by what they are known by, which lives as long."""
        self._heading = 0
        self._page = 0
        self._on_page: list[int] = []
        self._owners: list[str] = []
        """What a page's content, or an annotation, belongs to, by the key that it is known by."""
        self.page_key = self._new_key()

    def _new_key(self) -> int:
        self._owners.append("")
        return len(self._owners) - 1

    @property
    def is_inside(self) -> bool:
        """Whether an element is open that content can belong to."""
        return len(self._open) > 1

    def begin_sheet(self) -> None:
        """Begin a document of the file."""
        sheet = self._new("Part", self._document)
        self._open = [sheet]
        self._heading = 0
        self._sheets.append(sheet.number)

    def end_sheet(self) -> None:
        """End the document: what is known of it is written."""
        for element in self._elements:
            self._packs.add(element.number, element.written(self._page_number))
        self._elements, self._open, self._begun = [], [], {}

    def open(self, kind: str, style: str = "", key: object = None) -> Element:
        """Open an element in the one that is open; with the `key` of an earlier one, go on in it.

        A heading is never more than one level below the one before it.
        """
        begun = self._begun.get(id(key))
        if begun is None:
            if kind in _LEVELS:
                self._heading = min(_LEVELS[kind], self._heading + 1)
                kind = f"H{self._heading}"
            element = self._added(kind, self._open[-1], style, key)
        else:
            element = begun[1]
        self._open.append(element)
        return element

    def open_item(self, style: str, key: object = None) -> Element:
        """Open an item, in the list that came last if nothing has come since, or in a new one."""
        begun = self._begun.get(id(key))
        if begun is None:
            above = self._open[-1]
            last = above.kids[-1] if above.kids else None
            if not (isinstance(last, Element) and last.kind == "L" and last.style == style):
                last = self._added("L", above, style)
            element = self._added("LI", last, "", key)
        else:
            element = begun[1]
        self._open.append(element)
        return element

    def close(self) -> None:
        """Close the element that was opened last."""
        self._open.pop()

    def add_content(self) -> tuple[str, int]:
        """Return kind and number of what is drawn next: it belongs to the element that is open."""
        element, number = self._open[-1], len(self._on_page)
        element.kids.append(_Content(self._page, number))
        self._on_page.append(element.number)
        return element.kind, number

    def add_annotation(self, number: int) -> int:
        """Take an annotation, by its object's number, into the open element; return its key."""
        element = self._open[-1]
        element.kids.append(_Annotation(self._page, number))
        key = self._new_key()
        self._owners[key] = f"{element.number} 0 R"
        return key

    def end_page(self) -> None:
        """End the page: what belongs to whom on it is written."""
        number = self._packs.number()
        self._packs.add(number, f"[{' '.join(f'{one} 0 R' for one in self._on_page)}]")
        self._owners[self.page_key] = f"{number} 0 R"
        self._on_page = []
        self._page += 1
        self.page_key = self._new_key()

    def end(self) -> int:
        """End the file; return the number of the tree's root."""
        sheets = " ".join(f"{number} 0 R" for number in self._sheets)
        document = f"<</S/Document/P {self._root} 0 R/K[{sheets}]>>"
        self._packs.add(self._document, document)
        owners = " ".join(f"{key} {one}" for key, one in enumerate(self._owners) if one)
        self._packs.add(
            self._root,
            f"<</Type/StructTreeRoot/K[{self._document} 0 R]/ParentTree<</Nums[{owners}]>>"
            f"/ParentTreeNextKey {len(self._owners)}>>",
        )
        return self._root

    def _new(self, kind: str, parent: int) -> Element:
        element = Element(kind, self._packs.number(), parent)
        self._elements.append(element)
        return element

    def _added(self, kind: str, parent: Element, style: str = "", key: object = None) -> Element:
        element = self._new(kind, parent.number)
        element.style, element.extras = style, _ATTRIBUTES.get(style, "")
        parent.kids.append(element)
        if key is not None:
            self._begun[id(key)] = (key, element)
        return element

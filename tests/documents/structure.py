"""What a PDF file tells screen readers: its tree of parts, and which text belongs to which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

from tests.documents.reading_back import reader

_SHOWS_TEXT = {b"Tj", b"TJ", b"'", b'"'}
_BEGINS = {b"BDC", b"BMC"}


@dataclass
class Node:
    """A part of a document. `told` is said instead of its text, as ActualText or Alt."""

    kind: str
    text: str = ""
    told: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list[Node] = field(default_factory=list)
    contents: list[tuple[int, int]] = field(default_factory=list)
    """Page and number of what is drawn for the part itself."""
    annotations: list[Any] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Yield the part and all below it, in the order in which they are read."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def find(self, *kinds: str) -> list[Node]:
        """Return the parts of some kinds."""
        return [node for node in self.walk() if node.kind in kinds]

    def read(self) -> str:
        """Return what is read aloud of the part and all below it."""
        if self.told:
            return self.told
        return " ".join(filter(None, (self.text.strip(), *(kid.read() for kid in self.kids))))


@dataclass
class Drawn:
    """The text of a page by the number of its content; what is passed over; what has no mark."""

    texts: dict[int, str] = field(default_factory=dict)
    ornaments: list[str] = field(default_factory=list)
    unmarked: str = ""
    empty: int = 0
    """How many marks have nothing in them."""


def drawn(file: PdfReader, page: PageObject) -> Drawn:
    """Return what is drawn on a page."""
    found = Drawn()
    letters: dict[int, str] = {}
    resources: Any = page["/Resources"]
    fonts: Any = resources["/Font"]
    mark: int | str | None = None
    steps = 0
    for operands, operator in ContentStream(page.get_contents(), file).operations:
        if operator in _BEGINS:
            assert mark is None, "marks do not stand within one another"
            mark = operands[1]["/MCID"] if operator == b"BDC" else str(operands[0])
            if isinstance(mark, int):
                assert mark not in found.texts
                found.texts[mark] = ""
            else:
                found.ornaments.append("")
            steps = 0
        elif operator == b"EMC":
            found.empty += steps == 0
            mark = None
        elif operator == b"Tf":
            letters = _letters(fonts[operands[0]].get_object())
        elif operator in _SHOWS_TEXT:
            text = "".join(letters[code] for code in operands[0].original_bytes)
            if mark is None:
                found.unmarked += text
            elif isinstance(mark, int):
                found.texts[mark] += text
            else:
                found.ornaments[-1] += text
        steps += 1
    return found


def _letters(font: Any) -> dict[int, str]:
    """Return what each code of a font reads as."""
    table = font["/ToUnicode"].get_data().decode().partition("bfchar")[2]
    codes = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]+)>", table)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in codes}


def tree(pdf: bytes) -> Node:
    """Return the whole document; every part of it is known to its pages, and no other."""
    file = reader(pdf)
    pages = list(file.pages)
    texts = [drawn(file, page).texts for page in pages]
    numbers = {page.indirect_reference: at for at, page in enumerate(pages)}
    root: Any = file.root_object["/StructTreeRoot"]
    owners: dict[tuple[int, int], int] = {}
    (document,) = root["/K"]
    node = _node(document, texts, numbers, owners)
    _check_owners(root, pages, texts, owners)
    return node


def _node(
    reference: Any,
    texts: list[dict[int, str]],
    numbers: dict[Any, int],
    owners: dict[tuple[int, int], int],
) -> Node:
    element = reference.get_object()
    node = Node(str(element["/S"])[1:], attributes=dict(element.get("/A", {})))
    node.told = str(element.get("/ActualText", element.get("/Alt", "")))
    page = numbers.get(element.raw_get("/Pg")) if "/Pg" in element else None
    for kid in element.get("/K", []):
        place: tuple[int, int] | None = None
        if isinstance(kid, int):
            assert page is not None
            place = (page, int(kid))
        elif (known := kid.get_object()).get("/Type") == "/MCR":
            place = (numbers[known.raw_get("/Pg")], int(known["/MCID"]))
        elif known.get("/Type") == "/OBJR":
            node.annotations.append(known["/Obj"])
        else:
            assert known.raw_get("/P") == reference
            node.kids.append(_node(kid, texts, numbers, owners))
        if place:
            assert place not in owners, "content has one owner"
            owners[place] = reference.idnum
            node.contents.append(place)
            node.text += texts[place[0]][place[1]]
    return node


def _check_owners(
    root: Any,
    pages: list[PageObject],
    texts: list[dict[int, str]],
    owners: dict[tuple[int, int], int],
) -> None:
    """Find each content's part from its page, as a reader does when somebody points at it."""
    numbers = root["/ParentTree"]["/Nums"]
    by_key = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert list(by_key) == sorted(by_key)
    for at, entries in enumerate(pages):
        page: dict[str, Any] = dict(entries)
        assert page["/Tabs"] == "/S"
        parts = by_key[int(page["/StructParents"])].get_object()
        assert [one.idnum for one in parts] == [owners[at, number] for number in texts[at]]
        for annotation in page.get("/Annots", []):
            element = by_key[int(annotation.get_object()["/StructParent"])].get_object()
            references = [kid.get_object() for kid in element["/K"] if not isinstance(kid, int)]
            assert [one.raw_get("/Obj") for one in references] == [annotation]
    assert len(owners) == sum(map(len, texts))

"""A text as a Word document (DOCX), with real headings, lists and tables.

The few parts of such a file are written here: what python-docx would bring with it is larger than
all of them. Text is always text: nothing that somebody typed becomes a field, a link or a style.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape

from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.domain.markdown import ListKind
from revmentor_desktop.domain.rich_text import (
    Element,
    Line,
    ListPoint,
    LogoLine,
    RichText,
    RowsOfCells,
    TextLine,
)
from revmentor_desktop.exchange.docx_logo import NAMESPACES, drawing, png

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The day in all files, so that the same text gives the same bytes."""
_PARTS: Final = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "footer1": "footer",
}
_TO_WRITE: Final = "_" * 24
_TICK: Final = "☐ "
_SIGNS: Final = 1
"""The number of the list with signs; each numbered list has a number of its own after it."""
_FIRST_LOGO: Final = 4
"""The number of the first relation that leads to a picture."""
_SIZES: Final = {1: 36, 2: 26, 3: 22}
"""Of headings by their level, in half points."""


def docx_bytes(text: RichText, *, is_letter: bool = False) -> bytes:
    """Return a text as a file, on A4 or US Letter."""
    body = _Body()
    elements = "".join(map(body.element, text.elements))
    paper = 'w:w="12240" w:h="15840"' if is_letter else 'w:w="11906" w:h="16838"'
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>'
        f"<w:pgSz {paper}/>"
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567"'
        ' w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    document = (
        f'<w:document {_MAIN} xmlns:r="{_OFFICE}" {NAMESPACES}><w:body>{elements}{section}</w:body>'
        "</w:document>"
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(has_pictures=bool(body.logos)),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            (
                "rId2",
                f"{_PACKAGE}/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "docProps/core.xml": _properties(text.title),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations(
            ("rId1", f"{_OFFICE}/styles", "styles.xml"),
            ("rId2", f"{_OFFICE}/numbering", "numbering.xml"),
            ("rId3", f"{_OFFICE}/footer", "footer1.xml"),
            *((one, f"{_OFFICE}/image", f"media/{one}.png") for one in body.logos.values()),
        ),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(body.numbered),
        "word/footer1.xml": _footer(text.foot),
    }
    parts |= {f"word/media/{one}.png": png(logo) for logo, one in body.logos.items()}
    return _packed(parts)


@dataclass
class _Body:
    """Writes elements, and counts the numbered lists: each begins with 1.

    `logos` leads from each logo that stands in the text to the name of its relation.
    """

    numbered: int = field(default=0)
    logos: dict[Logo, str] = field(default_factory=dict)
    drawn: int = field(default=0)

    def element(self, element: Element) -> str:
        match element:
            case TextLine():
                style = f"Heading{element.level}" if element.level else ""
                return _paragraph(element.words, style, begins_page=element.begins_page)
            case ListPoint(kind=ListKind.TICKS):
                return _paragraph(element.words, lead=_TICK)
            case ListPoint():
                return _paragraph(element.words, "ListParagraph", self._list(element))
            case RowsOfCells():
                return _table(element)
            case LogoLine():
                return self._logo(element)

    def _logo(self, element: LogoLine) -> str:
        self.drawn += 1
        relation = self.logos.setdefault(element.logo, f"rId{_FIRST_LOGO + len(self.logos)}")
        side = "center" if element.is_centred else "right"
        begins = "<w:pageBreakBefore/>" if element.begins_page else ""
        run = drawing(element.logo, _CONTROL.sub("", element.said), relation, self.drawn)
        return f'<w:p><w:pPr>{begins}<w:jc w:val="{side}"/></w:pPr>{run}</w:p>'

    def _list(self, point: ListPoint) -> int:
        if point.kind is ListKind.SIGNS:
            return _SIGNS
        if point.begins or not self.numbered:
            self.numbered += 1
        return _SIGNS + self.numbered


def _paragraph(
    words: Line, style: str = "", in_list: int = 0, lead: str = "", *, begins_page: bool = False
) -> str:
    looks = f'<w:pStyle w:val="{style}"/>' if style else ""
    looks += "<w:pageBreakBefore/>" if begins_page else ""
    if in_list:
        looks += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{in_list}"/></w:numPr>'
    looks = f"<w:pPr>{looks}</w:pPr>" if looks else ""
    return f"<w:p>{looks}{_run(lead) if lead else ''}{''.join(_runs(words))}</w:p>"


def _runs(words: Line) -> Iterator[str]:
    for one in words:
        if one.to_write:
            yield _run(_TO_WRITE)
        elif one.text:
            yield _run(one.text, is_bold=one.bold)


def _run(text: str, *, is_bold: bool = False) -> str:
    looks = "<w:rPr><w:b/></w:rPr>" if is_bold else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{_said(text)}</w:t></w:r>'


def _table(table: RowsOfCells) -> str:
    columns = len(table.rows[0])
    rule = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A0A0A0"/>'
        for side in ("top", "bottom", "insideH")
    )
    grid = "<w:gridCol/>" * columns
    rows = "".join(
        _row(row, is_title=table.has_titles and at == 0) for at, row in enumerate(table.rows)
    )
    # Between two tables, and at the end of the text, Word asks for a paragraph.
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{rule}</w:tblBorders>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>"
    )


def _row(cells: Iterable[Line], *, is_title: bool) -> str:
    looks = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if is_title else ""
    written = "".join(f"<w:tc><w:tcPr/>{_paragraph(one)}</w:tc>" for one in cells)
    return f"<w:tr>{looks}{written}</w:tr>"


def _footer(said: str) -> str:
    page = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f"<w:ftr {_MAIN}><w:p>{_run(f'{said} · ')}{page}</w:p></w:ftr>"


def _styles() -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
        f'<w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in _SIZES.items()
    )
    return (
        f"<w:styles {_MAIN}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>'
        '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/></w:style>{headings}"
        '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/></w:style></w:styles>'
    )


def _numbering(numbered: int) -> str:
    kinds = (("bullet", "•"), ("decimal", "%1."))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{sign}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="454" w:hanging="340"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
        for at, (kind, sign) in enumerate(kinds)
    )
    lists = f'<w:num w:numId="{_SIGNS}"><w:abstractNumId w:val="0"/></w:num>' + "".join(
        f'<w:num w:numId="{_SIGNS + at}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for at in range(1, numbered + 1)
    )
    return f"<w:numbering {_MAIN}>{abstract}{lists}</w:numbering>"


def _properties(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_said(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>"
    )


def _content_types(*, has_pictures: bool) -> str:
    pictures = '<Default Extension="png" ContentType="image/png"/>' if has_pictures else ""
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in _PARTS.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures}{parts}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relations(*found: tuple[str, str, str]) -> str:
    said = "".join(
        f'<Relationship Id="{one}" Type="{kind}" Target="{target}"/>' for one, kind, target in found
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{said}</Relationships>'


def _said(text: str) -> str:
    return escape(_CONTROL.sub("", text), {'"': "&quot;"})


def _packed(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            about = zipfile.ZipInfo(name, _DAY)
            about.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(about, f"{_HEAD}{content}" if isinstance(content, str) else content)
    return made.getvalue()

r"""Cut the static fonts in ``resources/fonts`` out of their sources. Needed only to renew them.

    pip install fonttools fontpkg-inter==4.1.post1 fontpkg-noto-sans==2.15 \
        fontpkg-noto-sans-arabic==2.12
    python packaging/fonts/make_fonts.py NOTO_FOLDER DEJAVU_FOLDER

The folders hold what Debian's ``fonts-noto-core`` and ``fonts-dejavu-core`` install. Inter is cut
at its text size and, for titles, at its display size; the others only fill in what Inter lacks.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

OUT = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "init", "medi", "fina", "rlig", "tnum"]


def packaged(package: str, file: str) -> Path:
    """Return a font file of one of the ``fontpkg`` packages."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"Install {package} first.")
    return Path(spec.origin).parent / "files" / file


def save(font: TTFont, name: str, characters: set[int]) -> set[int]:
    """Write `font` with only `characters` as `name`; return the characters it then has."""
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.hinting = False
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters & set(font.getBestCmap()))
    subsetter.subset(font)
    path = OUT / f"{name}.ttf"
    font.recalcTimestamp = False  # the same sources give the same bytes
    font.save(path)
    print(f"{path.name}: {path.stat().st_size // 1024} KB, {len(font.getBestCmap())} characters")
    return set(font.getBestCmap())


def cut(path: Path, family: str, style: str, **axes: float) -> TTFont:
    """Return the static font at one place of a variable one, named after what it now is."""
    font = instantiateVariableFont(TTFont(path), axes)
    names = {1: family, 2: style, 4: f"{family} {style}", 16: family, 17: style}
    names[6] = f"{family.replace(' ', '')}-{style}"
    for name_id in (1, 2, 3, 4, 6, 16, 17, 25):
        font["name"].removeNames(nameID=name_id)
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = int(axes["wght"])
    bold = style == "Bold"
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0
    return font


def note_accents(names: list[str]) -> None:
    """Write down where the middle of each accent lies, which the PDF writer does not read."""
    lines = ["# Middle of each combining accent from its origin, in parts of the font size."]
    for name in names:
        font = TTFont(OUT / f"{name}.ttf")
        em, glyphs = font["head"].unitsPerEm, font["glyf"]
        lines.append(f"\n[{name}]")
        for code, glyph_name in sorted(font.getBestCmap().items()):
            if 0x300 <= code <= 0x36F:
                glyph = glyphs[glyph_name]
                if not glyph.numberOfContours:
                    continue  # the joiner without a shape
                lines.append(f"{code:04X} = {(glyph.xMin + glyph.xMax) / 2 / em:.3f}")
    (OUT / "accents.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(noto: Path, dejavu: Path) -> None:
    """Write every font that the program ships."""
    everything = set(range(0x20, 0xFFF0))
    inter = packaged("fontpkg_inter", "Inter[opsz,wght].ttf")
    have = save(cut(inter, "Inter", "Regular", opsz=14, wght=400), "Inter-Regular", everything)
    save(cut(inter, "Inter", "Bold", opsz=14, wght=700), "Inter-Bold", everything)
    save(cut(inter, "Inter Display", "Bold", opsz=32, wght=700), "InterDisplay-Bold", everything)
    note_accents(["Inter-Regular", "Inter-Bold", "InterDisplay-Bold"])

    sans = packaged("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf")
    arabic = packaged("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf")
    for weight, name in ((400, "Regular"), (700, "Bold")):
        taken = set(have)
        # Latin and Cyrillic that Inter leaves out; not Devanagari, which needs a shaper.
        rest = set(range(0x900)) | set(range(0x1C80, 0x3000)) | set(range(0xA640, 0xA800))
        sans_font = cut(sans, "Noto Sans", name, wdth=100, wght=weight)
        taken |= save(sans_font, f"NotoSans-{name}", rest - taken)
        for script in ("Hebrew", "Armenian", "Georgian"):
            font = TTFont(noto / f"NotoSans{script}-{name}.ttf")
            taken |= save(font, f"NotoSans{script}-{name}", everything - taken)
        arabic_font = cut(arabic, "Noto Sans Arabic", name, wdth=100, wght=weight)
        taken |= save(arabic_font, f"NotoSansArabic-{name}", everything - taken)
        signs = set(range(0x2000, 0x2C00)) - taken
        suffix = "-Bold" if weight == 700 else ""
        save(TTFont(dejavu / f"DejaVuSans{suffix}.ttf"), f"DejaVuSans-{name}", signs)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

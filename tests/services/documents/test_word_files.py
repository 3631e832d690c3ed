"""A paper for Word says what the printed one says, in the same order."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from revmentor_desktop.documents.packs.papers import words_on
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents.issued import issued_pair_papers
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.versions import pages_of, versions_of
from revmentor_desktop.services.documents.word_files import word_file, word_name, write_word_file
from revmentor_desktop.services.programmes.writing import present_organisation
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_pair, stored_programme
from tests.logo_example import striped_logo

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("kind", list(PaperKind))
def test_it_says_what_the_printed_one_says(data: DataFile, kind: PaperKind) -> None:
    programme = stored_programme(data, "Front-line voices 2027")
    stored_pair(data, programme, "Mei Brown", "David Price")
    (paper,) = pair_papers(data, programme, [kind])
    with zipfile.ZipFile(io.BytesIO(word_file(paper))) as file:
        document = ET.fromstring(file.read("word/document.xml"))
    said = "".join("".join(one.itertext()) + " " for one in document.iter(f"{W}p"))
    missing = set(re.findall(r"\w+", words_on(kind, paper.values))) - set(re.findall(r"\w+", said))
    # The numbers of a list are the list's own.
    assert {one for one in missing if not one.isdigit()} == set()
    assert len(list(document.iter(f"{W}pageBreakBefore"))) == len(paper.sheets()) - 1
    styles = {one.get(f"{W}val") for one in document.iter(f"{W}pStyle")}
    assert "Heading1" in styles
    assert word_name(paper).endswith(".docx")


def test_it_is_recorded_and_its_version_kept_as_what_was_printed_is(
    data: DataFile, tmp_path: Path
) -> None:
    programme = stored_programme(data, "Front-line voices 2027")
    stored_pair(data, programme, "Mei Brown", "David Price")
    pack, agreement = pair_papers(data, programme, [PaperKind.LEADER_PACK, PaperKind.AGREEMENT])
    for paper in (pack, agreement):
        path = tmp_path / word_name(paper)
        run_to_end(write_word_file(data, programme, paper, path))
        assert path.read_bytes() == word_file(paper)
        issued = issued_pair_papers(data, programme, [paper])
        assert not issued[paper.pair.id, paper.kind].is_old
    (version,) = versions_of(data, agreement.pair.id)
    assert pages_of(data, version) == agreement.pdf()


def test_what_could_not_be_written_is_not_recorded(data: DataFile, tmp_path: Path) -> None:
    programme = stored_programme(data)
    stored_pair(data, programme, "Mei Brown", "David Price")
    (paper,) = pair_papers(data, programme, [PaperKind.AGREEMENT])
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(KnownError, match="folder-unwritable"):
        run_to_end(write_word_file(data, programme, paper, tmp_path / "taken" / "x.docx"))
    assert issued_pair_papers(data, programme, [paper]) == {}


def test_the_logo_stands_at_the_head_of_each_document(data: DataFile) -> None:
    programme = stored_programme(data, "Front-line voices 2027")
    present_organisation(data, "Harbour & Care", striped_logo())
    stored_pair(data, programme, "Mei Brown", "David Price")
    for kind, side in ((PaperKind.SESSION_SHEETS, "right"), (PaperKind.CERTIFICATES, "center")):
        (paper,) = pair_papers(data, programme, [kind])
        with zipfile.ZipFile(io.BytesIO(word_file(paper))) as file:
            document = ET.fromstring(file.read("word/document.xml"))
            image = QImage.fromData(file.read("word/media/rId4.png"))
            assert [one for one in file.namelist() if "media" in one] == ["word/media/rId4.png"]
        assert (image.width(), image.height()) == (320, 80)
        assert image.pixelColor(10, 10).name() == "#c02020"
        assert image.pixelColor(310, 70).name() == "#208040"
        drawn = [one for one in document.iter(f"{W}p") if one.find(f".//{W}drawing") is not None]
        assert len(drawn) == len(paper.sheets())
        assert {jc.get(f"{W}val") for one in drawn for jc in one.iter(f"{W}jc")} == {side}
        told = [one for one in document.iter() if one.tag.endswith("}docPr")]
        assert {one.get("descr") for one in told} == {"Harbour & Care"}
        assert len({one.get("id") for one in told}) == len(told)
        assert len(list(document.iter(f"{W}pageBreakBefore"))) == len(paper.sheets()) - 1

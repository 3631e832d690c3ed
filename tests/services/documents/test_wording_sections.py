"""The sections of a document in the editor: those of both packs too, and the clauses that stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.wording import EditedDocument, documents, sections
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_pair, stored_programme
from tests.documents.reading_back import text as text_of
from tests.services.documents.worded import section, word


@pytest.fixture
def programme(data: DataFile) -> int:
    """A programme with a pair."""
    made = stored_programme(data, "Front-line voices 2027")
    stored_pair(data, made, "Mei Brown", "David Price")
    return made


def document(data: DataFile, programme: int, file: str) -> EditedDocument:
    return next(one for one in documents(data, programme) if one.file == file)


def test_a_pack_has_what_both_share_where_it_stands_on_paper(
    data: DataFile, programme: int
) -> None:
    for file, kind in (("mentor", PaperKind.MENTOR_PACK), ("leader", PaperKind.LEADER_PACK)):
        found = document(data, programme, file).sections
        assert {(one.file, one.key) for one in found} == {
            (one.file, one.key) for name in (file, "shared") for one in sections(name, {})
        }
        assert found[0].key == "kind"
        assert found[-1].key == "foot"
        whole = [one.now.heading for one in found if one.has_body]
        (made,) = pair_papers(data, programme, [kind])
        said = text_of(made.pdf())
        places = [said.rindex(heading) for heading in whole]
        assert places == sorted(places)
        keys = [one.key for one in found]
        assert keys[keys.index("stuck") + 1] == "whom_to_call"
        word(data, programme, file, "stuck", heading=f"Stuck, says the {file}?")
        assert f"document.{file}.stuck.heading" not in plan(data, programme).words
        assert section(data, programme, "shared", "stuck").differs


def test_clauses_that_are_not_chosen_are_marked(data: DataFile, programme: int) -> None:
    stands = {one.key: one.stands for one in document(data, programme, "agreement").sections}
    assert stands["title"]
    assert stands["end"]
    assert not stands["end-talk"]
    assert stands["place"]
    assert not stands["place.on-screen"]
    chosen = plan(data, programme).agreement
    fewer = replace(chosen, clauses=tuple(one for one in chosen.clauses if one != "notes"))
    save_section(data, programme, "agreement", fewer)
    off = {one.key for one in document(data, programme, "agreement").sections if not one.stands}
    assert {"notes", "notes.each", "notes.end"} <= off
    assert all(one.stands for one in document(data, programme, "mentor").sections)

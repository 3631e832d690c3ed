"""Every part of the agreement's clauses has a name of its own beneath its clause."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtWidgets import QApplication

from revmentor_desktop.documents.packs.content import document_text
from revmentor_desktop.services.documents.wording import sections
from revmentor_desktop.ui.wording_part_names import clause_part_names


def test_every_part_has_a_name_and_no_two_of_a_clause_share_one(qapp: QApplication) -> None:
    names = clause_part_names()
    assert set(names) == {part for part in document_text("agreement").around if "." in part}
    by_clause: defaultdict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        by_clause[key.partition(".")[0]].append(name)
    assert all(len(set(found)) == len(found) for found in by_clause.values())
    assert max(map(len, names.values())) <= 24


def test_parts_stand_beneath_their_clause() -> None:
    keys = [one.key for one in sections("agreement", {})]
    for key in clause_part_names():
        clause = key.partition(".")[0]
        between = keys[keys.index(clause) + 1 : keys.index(key)]
        assert all(one.startswith(f"{clause}.") for one in between)

from __future__ import annotations

from pathlib import Path

from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services import vault
from revmentor_desktop.services.programmes.reading import programmes
from revmentor_desktop.services.setup.writing import save_section
from tests.cli.asking import PASSPHRASE, CommandLine
from tests.exchange.files import DATA


def test_without_accept_an_import_says_what_it_would_do_and_stores_nothing(
    officer: CommandLine,
) -> None:
    officer.ask("new", "--programme", "Front-line voices")
    answer = officer.ask("import-people", DATA / "harbour_care_31.xlsx")
    assert (answer["stored"], answer["read"], answer["added"]) == (False, 31, 31)
    assert officer.ask("people") == []
    _, words, _ = officer.run("import-people", DATA / "harbour_care_31.xlsx")
    assert words.endswith("Nothing is stored yet. Add --accept to store it.\n")


def test_an_import_adds_once_and_then_finds_nothing_to_change(started: CommandLine) -> None:
    assert len(started.ask("people")) == 31
    again = started.ask("import-people", DATA / "harbour_care_31.xlsx", "--accept")
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 31)


def test_an_import_names_each_row_that_it_leaves_out_with_the_reason(officer: CommandLine) -> None:
    officer.ask("new", "--programme", "Front-line voices")
    answer = officer.ask("import-people", DATA / "sign_up_sheet.csv", "--accept")
    assert answer["added"] == 42
    assert [(one["row"], one["name"]) for one in answer["left_out"]] == [
        (15, "Katarzyna Rhys"),
        (34, "Jonas Nair"),
        (52, ""),
    ]
    assert all(one["reason"].endswith(".") for one in answer["left_out"])
    _, words, _ = officer.run("import-people", DATA / "sign_up_sheet.csv")
    (jonas,) = [line for line in words.splitlines() if line.startswith("  row 34 Jonas Nair: ")]
    assert jonas.endswith(answer["left_out"][1]["reason"])


def test_columns_that_are_not_read_are_named(started: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name,E-mail,Role,Shoes\nMei Brown,mei@x.example,mentor,red\n")
    assert started.ask("import-people", file)["unread_columns"] == ["Shoes"]
    _, words, _ = started.run("import-people", file)
    assert "columns not read: Shoes\n" in words


def test_of_several_programmes_the_one_that_people_join_is_named(officer: CommandLine) -> None:
    officer.ask("new", "--programme", "First")
    officer.ask("new", "--programme", "Second")
    assert "several programmes" in officer.refused(
        "import-people", DATA / "harbour_care_31.xlsx", "--accept"
    )
    officer.ask("import-people", DATA / "harbour_care_31.xlsx", "--accept", "--programme", "second")
    (person, *_) = officer.ask("people", "--programme", "Second")
    assert [part["programme"] for part in person["participations"]] == ["Second"]
    assert officer.ask("people", "--programme", "First") == []


def test_without_any_programme_the_people_come_in_without_a_part(officer: CommandLine) -> None:
    vault.create(officer.data_file, PASSPHRASE, officer.paths).data.close()
    officer.ask("import-people", DATA / "harbour_care_31.xlsx", "--accept")
    people = officer.ask("people")
    assert len(people) == 31
    assert not any(one["participations"] for one in people)


def test_a_sheet_that_is_not_there_is_refused(started: CommandLine) -> None:
    sentence = started.refused(
        "import-people", DATA / "harbour_care_31.xlsx", "--sheet", "Nobody", "--accept"
    )
    assert "Nobody" in sentence


def test_a_sheet_of_a_text_file_is_refused(started: CommandLine) -> None:
    sentence = started.refused(
        "import-people", DATA / "sign_up_sheet.csv", "--sheet", "Sheet1", "--accept"
    )
    assert "sign_up_sheet.csv is a text file" in sentence
    assert len(started.ask("people")) == 31


def test_a_list_without_roles_is_refused_and_nothing_is_stored(
    started: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name,E-mail\nMei Brown,mei@x.example\n")
    assert "who is a mentor" in started.refused("import-people", file, "--accept")
    assert len(started.ask("people")) == 31


def test_an_import_fills_the_fields_that_the_programme_asks(
    officer: CommandLine, tmp_path: Path
) -> None:
    officer.ask("new", "--programme", "Front-line voices")
    own = OwnField(
        key="own-1", label="Shift pattern", kind=FieldKind.ONE_OF, options=("Nights", "Days")
    )
    opened = vault.open_with_passphrase(officer.data_file, PASSPHRASE, officer.paths)
    programme = programmes(opened.data)[0].id
    save_section(opened.data, programme, "taking_part", TakingPart(own_fields=(own,)))
    opened.data.close()
    file = tmp_path / "people.csv"
    file.write_text("Name,Role,Shift pattern\nAnn Lee,Mentor,NIGHTS\n", encoding="utf-8")
    answer = officer.ask("import-people", file, "--accept")
    assert (answer["added"], answer["unread_columns"]) == (1, [])
    (ann,) = officer.ask("people")
    assert ann["participations"][0]["own_values"] == {"Shift pattern": "Nights"}

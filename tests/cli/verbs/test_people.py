from __future__ import annotations

from tests.cli.asking import CommandLine


def test_people_are_listed_with_their_managers_and_parts(started: CommandLine) -> None:
    people = {one["email"]: one for one in started.ask("people")}
    rob = people["rob.mensah@harbourcare.example"]
    assert rob["line_manager"] == "Uma Eze"
    assert rob["start_date"] == "2023-10-15"
    assert rob["wants"] == ["AI tools"]
    (part,) = rob["participations"]
    assert (part["programme"], part["role"]) == ("Front-line voices", "leader")
    assert (part["most_partners"], part["own_partners"]) == (1, 1)
    assert "usual_partners" not in part
    _, table, _ = started.run("people")
    assert "Rob Mensah\trob.mensah@harbourcare.example\tFinance Director" in table


def test_where_nobody_is_nothing_is_printed(officer: CommandLine) -> None:
    officer.ask("new", "--programme", "First")
    assert officer.run("people") == (0, "", "")

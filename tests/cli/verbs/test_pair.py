from __future__ import annotations

from tests.cli.asking import CommandLine


def test_a_pair_is_made_by_their_addresses_in_any_case(started: CommandLine) -> None:
    answer = started.ask("pair", "Tariq.Holt@harbourcare.example", "rob.mensah@harbourcare.example")
    assert answer["reference"] == "RM-0001"
    assert "already a pair" in started.refused(
        "pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example"
    )


def test_a_pair_in_one_line_of_management_is_refused_with_the_line(started: CommandLine) -> None:
    sentence = started.refused(
        "pair", "tomos.meyer@harbourcare.example", "uma.eze@harbourcare.example"
    )
    assert "Tomos Meyer → Rob Mensah → Uma Eze" in sentence


def test_nobody_is_paired_by_an_address_that_nobody_has(started: CommandLine) -> None:
    assert "nobody@example.org" in started.refused(
        "pair", "nobody@example.org", "rob.mensah@harbourcare.example"
    )


def test_in_an_unknown_programme_nobody_is_paired(started: CommandLine) -> None:
    sentence = started.refused(
        "pair",
        "tariq.holt@harbourcare.example",
        "rob.mensah@harbourcare.example",
        "--programme",
        "Elsewhere",
    )
    assert "“Elsewhere”" in sentence

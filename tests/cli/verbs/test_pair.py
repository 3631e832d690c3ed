from __future__ import annotations

import pytest

from revmentor_desktop.domain.plan.pairing_choices import OwnRule, OwnRuleKind, PairingChoices
from revmentor_desktop.services import vault
from revmentor_desktop.services.pairing.facts import overrides
from revmentor_desktop.services.setup.writing import save_section
from tests.cli.asking import PASSPHRASE, CommandLine


def test_a_pair_is_made_by_their_addresses_in_any_case(started: CommandLine) -> None:
    answer = started.ask("pair", "Tariq.Holt@harbourcare.example", "rob.mensah@harbourcare.example")
    assert answer["reference"] == "RM-0001"
    assert "already a pair" in started.refused(
        "pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example"
    )


def test_a_pair_is_agreed_at_once_or_proposed_in_a_draft(started: CommandLine) -> None:
    couple = "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example"
    proposed = started.ask("pair", *couple, "--draft", "Plan B")
    assert (proposed["reference"], proposed["state"]) == ("RM-0001", "proposed")
    status, out, _ = started.run("pair", *couple, "--draft", "Plan C", "--found-each-other")
    assert (status, out.startswith("Proposed to pair Tariq Holt and Rob Mensah (RM-0002)")) == (
        0,
        True,
    )
    agreed = started.ask("pair", *couple)
    assert (agreed["reference"], agreed["state"]) == ("RM-0003", "agreed")
    assert "already a pair" in started.refused("pair", *couple, "--draft", "Plan B")


def test_a_pair_in_one_line_of_management_is_refused_with_the_line(started: CommandLine) -> None:
    sentence = started.refused(
        "pair", "tomos.meyer@harbourcare.example", "uma.eze@harbourcare.example"
    )
    assert "Tomos Meyer → Rob Mensah → Uma Eze" in sentence


@pytest.mark.parametrize("draft", [(), ("--draft", "Plan B")], ids=["agreed", "proposed"])
def test_a_rule_is_set_aside_for_a_written_reason(
    started: CommandLine, draft: tuple[str, ...]
) -> None:
    couple = "tomos.meyer@harbourcare.example", "uma.eze@harbourcare.example"
    answer = started.ask("pair", *couple, *draft, "--reason", "Both asked for it.")
    assert answer["state"] == ("proposed" if draft else "agreed")
    opened = vault.open_with_passphrase(started.data_file, PASSPHRASE, started.paths)
    kept = {one.rule: one.reason for one in overrides(opened.data, 1)}
    opened.data.close()
    assert kept["line"] == "Both asked for it."
    assert "already a pair" in started.refused("pair", *couple, *draft, "--reason", "Once more")


def test_one_partner_more_than_agreed_is_given_for_a_written_reason(started: CommandLine) -> None:
    mentor = "tariq.holt@harbourcare.example"
    started.ask("pair", mentor, "rob.mensah@harbourcare.example")
    more = mentor, "rhiannon.vanderberg@harbourcare.example"
    assert "as many partners as agreed" in started.refused("pair", *more)
    started.ask("pair", *more, "--reason", "He has the time.")
    opened = vault.open_with_passphrase(started.data_file, PASSPHRASE, started.paths)
    kept = {one.rule: one.reason for one in overrides(opened.data, 1)}
    opened.data.close()
    assert kept["capacity"] == "He has the time."


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


def test_the_rules_of_the_programme_bind_here_too(started: CommandLine) -> None:
    mentor, leader = "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example"
    opened = vault.open_with_passphrase(started.data_file, PASSPHRASE, started.paths)
    rule = OwnRule(field="job_title", kind=OwnRuleKind.MUST_BE_EQUAL)
    save_section(opened.data, 1, "pairing", PairingChoices(own_rules=(rule,)))
    opened.data.close()
    assert "different answers to “job title”" in started.refused("pair", mentor, leader)

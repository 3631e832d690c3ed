"""``suggest``: from an import to agreed pairs, and its proof checked by other means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from revmentor_desktop.domain.participation import ParticipationDetails, Role
from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField
from revmentor_desktop.domain.plan.pairing_choices import (
    OwnCriterion,
    OwnCriterionKind,
    OwnRule,
    OwnRuleKind,
    PairingChoices,
)
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services import vault
from revmentor_desktop.services.pairing import agreeing, proposing
from revmentor_desktop.services.pairing.reading import agreed_pairs, pairs
from revmentor_desktop.services.people.own_values import set_consent, set_own_value
from revmentor_desktop.services.people.writing import add_person, take_part
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import person_details
from tests.cli.asking import PASSPHRASE, CommandLine
from tests.exchange.files import DATA

AIMS = ("everyone", "fit", "nobody-left")


def opened(officer: CommandLine) -> DataFile:
    return vault.open_with_passphrase(officer.data_file, PASSPHRASE, officer.paths).data


def couples(answer: Any) -> set[tuple[str, str]]:
    return {(pair["mentor"]["email"], pair["leader"]["email"]) for pair in answer["pairs"]}


def number(written: Any) -> int:
    return int(written, 16) if isinstance(written, str) else written


def counted_and_bound(answer: Any) -> tuple[int, int]:
    """What the plan counts, and what no plan can exceed, by nothing but what was printed."""
    proof, matrix = answer["proof"], answer["matrix"]
    worths = {int(score): number(worth) for score, worth in proof.get("worths", {}).items()}
    per, locked = number(proof["per_leader"]), {tuple(cell) for cell in matrix["locked"]}
    p = [(number(one["price"]), one["places"]) for one in proof["mentors"]]
    q = [(number(one["price"]), one["places"]) for one in proof["leaders"]]
    held = [per * one["has_locked_pair"] for one in proof["leaders"]]
    cells = {
        (i, j): worths.get(score, score)
        for i, row in enumerate(matrix["scores"])
        for j, score in enumerate(row)
        if score is not None and score >= answer.get("floor", 0) and (i, j) not in locked
    }
    plan = {
        (matrix["rows"].index(one["mentor"]["id"]), matrix["columns"].index(one["leader"]["id"]))
        for one in answer["pairs"]
    }
    bound = sum(max(0, price * room) for price, room in p)
    bound += sum(
        max([alone, *(price * n + per for n in (1, room) if room)])
        for (price, room), alone in zip(q, held, strict=True)
    )
    bound += sum(max(0, value - p[i][0] - q[j][0]) for (i, j), value in cells.items())
    counted = sum(cells[cell] for cell in plan - locked) + per * len({j for _, j in plan})
    return counted, bound


@pytest.mark.parametrize("aim", AIMS)
def test_the_proof_holds_by_what_is_printed_alone(started: CommandLine, aim: str) -> None:
    answer = started.ask("suggest", "--aim", aim, "--matrix")
    counted, bound = counted_and_bound(answer)
    assert counted == bound
    proof = answer["proof"]
    assert (proof["verified"], number(proof["counted"]), number(proof["bound"])) == (
        True,
        counted,
        bound,
    )
    # A worse plan does not reach the bound.
    answer["pairs"] = answer["pairs"][1:]
    assert counted_and_bound(answer)[0] < bound


def test_scipy_finds_no_better_total(started: CommandLine) -> None:
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    answer = started.ask("suggest", "--matrix")
    scores = np.array(
        [[-1e9 if cell is None else cell for cell in row] for row in answer["matrix"]["scores"]]
    )
    # A leader without anybody costs more than all scores together.
    nobody = np.full((scores.shape[1], scores.shape[1]), -1e6)
    rows, columns = linear_sum_assignment(np.vstack([scores, nobody]), maximize=True)
    found = [(i, j) for i, j in zip(rows, columns, strict=True) if i < len(scores)]
    assert len(found) == answer["leaders_paired"] == 9
    assert sum(scores[i, j] for i, j in found) == answer["total"]


def test_each_pair_shows_its_points_by_criterion(started: CommandLine) -> None:
    answer = started.ask("suggest")
    assert "matrix" not in answer
    for pair in answer["pairs"]:
        assert sum(part["share"] for part in pair["criteria"]) == pair["score"]
        assert set(pair["rules"].values()) == {"kept"}
    assert sum(pair["score"] for pair in answer["pairs"]) == answer["total"]


def test_who_is_left_over_is_told_why_and_what_would_help(started: CommandLine) -> None:
    (uma,) = started.ask("suggest")["left_over"]["leaders"]
    assert (uma["name"], uma["obstacles"]) == ("Uma Eze", {"line": 21})
    (remedy,) = uma["remedies"]
    assert (remedy["kind"], remedy["rule"], remedy["leaders"]) == ("rule", "line", 1)
    _, out, _ = started.run("suggest")
    assert "Uma Eze, of 21 mentors: 21 in the same line of management\n" in out
    assert "and Uma Eze as an exception" in out


def test_without_apply_nothing_is_stored_and_with_it_a_draft_that_can_be_agreed(
    started: CommandLine,
) -> None:
    answer = started.ask("suggest")
    assert (answer["applied"], answer["draft"]) == (False, None)
    data = opened(started)
    assert pairs(data, 1) == []
    data.close()
    applied = started.ask("suggest", "--apply", "--draft", "After the board")
    assert (applied["applied"], applied["draft"]) == (True, "After the board")
    assert couples(applied) == couples(answer)
    data = opened(started)
    there = pairs(data, 1)
    agreeing.agree(data, 1, [pair.id for pair in there], date(2027, 1, 19))
    held = {(one.mentor.person.email, one.mentee.person.email) for one in agreed_pairs(data, 1)}
    data.close()
    assert held == couples(answer)
    again = started.ask("suggest", "--matrix")
    assert {pair["state"] for pair in again["pairs"]} == {"agreed"}
    assert len(again["matrix"]["locked"]) == 9
    counted, bound = counted_and_bound(again)
    assert counted == bound


def test_lines_for_people_say_what_there_is_and_what_became_of_it(started: CommandLine) -> None:
    _, out, _ = started.run("suggest", "--matrix")
    assert "9 of 10 leaders paired · total 734.10 · average 81.57 · lowest 70.34\n" in out
    assert "the check of its prices passed" in out
    assert "learning goal" in out
    assert "not counted: style (not asked)" in out
    assert "Nothing is stored yet." in out
    table = [line.split("\t") for line in out.splitlines() if "\t" in line]
    assert {len(row) for row in table} == {11}
    assert len(table) == 22
    _, out, _ = started.run("suggest", "--apply")
    assert "In “Draft 1” now: 9 new, 0 taken apart." in out
    data = opened(started)
    proposing.set_locked(data, 1, [pairs(data, 1)[0].id], locked=True)
    data.close()
    _, out, _ = started.run("suggest", "--aim", "nobody-left")
    assert "(RM-0001, locked)" in out
    assert "too long to read" in out


def test_a_floor_is_for_the_aim_fit_alone_and_within_bounds(started: CommandLine) -> None:
    answer = started.ask("suggest", "--aim", "fit", "--floor", "80")
    assert answer["floor"] == 8_000
    assert min(pair["score"] for pair in answer["pairs"]) >= 8_000
    assert 0 < answer["leaders_paired"] < 9
    _, out, _ = started.run("suggest", "--aim", "fit", "--floor", "80")
    assert "below the floor" in out
    assert "--aim fit" in started.refused("suggest", "--floor", "80")
    assert "0 to 100" in started.refused("suggest", "--aim", "fit", "--floor", "101")


def test_the_aim_of_the_draft_counts_unless_another_is_told(started: CommandLine) -> None:
    assert started.ask("suggest")["aim"] == "everyone"
    started.ask("suggest", "--apply", "--aim", "fit", "--floor", "82")
    again = started.ask("suggest")
    assert (again["aim"], again["floor"]) == ("fit", 8_200)
    assert started.ask("suggest", "--floor", "75")["floor"] == 7_500
    assert started.ask("suggest", "--aim", "nobody-left")["aim"] == "nobody-left"
    assert started.ask("suggest", "--aim", "fit")["floor"] == 8_200
    assert started.ask("suggest", "--draft", "Another")["aim"] == "everyone"


def test_filling_the_gaps_keeps_every_pair(started: CommandLine) -> None:
    best = started.ask("suggest")["pairs"]
    one, other = best[0]["mentor"], best[-1]["leader"]
    odd = one["email"], other["email"]
    started.ask("pair", *odd, "--draft", "Plan A")
    assert odd not in couples(started.ask("suggest"))
    answer = started.ask("suggest", "--gaps", "--apply")
    assert (answer["gaps"], answer["for"], answer["leaders_paired"]) == (True, [], 9)
    assert odd in couples(answer)
    _, out, _ = started.run("suggest", "--gaps")
    assert "Every pair on the board stays" in out


def test_for_some_people_others_keep_what_they_have(started: CommandLine) -> None:
    best = started.ask("suggest")["pairs"]
    first, second = best[0]["leader"], best[1]["leader"]
    answer = started.ask("suggest", "--for", first["name"].upper(), "--for", second["email"])
    assert answer["for"] == [first["name"], second["name"]]
    assert {pair["leader"]["email"] for pair in answer["pairs"]} == {
        first["email"],
        second["email"],
    }
    _, out, _ = started.run("suggest", "--for", first["name"])
    assert f"Only for {first['name']}\n" in out
    assert "Nobody" in started.refused("suggest", "--for", "Nobody Here")
    assert "Nobody" in started.refused("suggest", "--for", "")


def test_two_of_one_name_are_told_apart_by_their_addresses(started: CommandLine) -> None:
    data = opened(started)
    for address in ("ann@x.example", "ann.b@x.example"):
        person = add_person(data, person_details("Ann Bell", email=address))
        take_part(data, 1, [person], ParticipationDetails(role=Role.MENTEE))
    data.close()
    assert "Give the e-mail address" in started.refused("suggest", "--for", "Ann Bell")
    answer = started.ask("suggest", "--for", "ann.b@x.example")
    assert {pair["leader"]["email"] for pair in answer["pairs"]} == {"ann.b@x.example"}


def test_in_whatever_order_people_came_in_the_pairs_are_the_same(
    officer: CommandLine, tmp_path: Path
) -> None:
    lines = (DATA / "people_1000.csv").read_text(encoding="utf-8-sig").splitlines()
    header, rows = lines[0], lines[1::8]
    found = []
    for name in ("As given", "Shuffled"):
        file = tmp_path / f"{name}.csv"
        file.write_text("\n".join([header, *rows]), encoding="utf-8")
        officer.data_file = tmp_path / f"{name}.revmentor"
        officer.ask("new", "--programme", "Voices")
        officer.ask("import-people", file, "--accept")
        found.append([couples(officer.ask("suggest", "--aim", aim)) for aim in AIMS])
        Random(5).shuffle(rows)
    assert found[0] == found[1]
    assert all(len(plan) > 20 for plan in found[0])


def asked_for_faith(started: CommandLine, kind: OwnRuleKind, answers: Sequence[str]) -> None:
    """Everybody answers a special-category question in turn, agrees, and is paired by it."""
    data = opened(started)
    faith = OwnField(
        key="own-1",
        label="Faith",
        kind=FieldKind.ONE_OF,
        options=("Quaker", "Zoroastrian"),
        is_special=True,
        special_purpose="to bring different views together",
    )
    save_section(data, 1, "taking_part", TakingPart(own_fields=(faith,)))
    choices = PairingChoices(
        own_criteria=(OwnCriterion(field="own-1", kind=OwnCriterionKind.DIFFERENT, weight=50),),
        own_rules=(OwnRule(field="own-1", kind=kind),),
        difference_fields=("department", "own-1"),
    )
    save_section(data, 1, "pairing", choices)
    people = [row[0] for row in data.rows("SELECT person_id FROM participation ORDER BY id")]
    for at, person_id in enumerate(people):
        set_own_value(data, 1, person_id, "own-1", answers[at % len(answers)])
        set_consent(data, 1, person_id, "own-1", date(2026, 11, 1))
    data.close()


def test_no_answer_of_a_special_category_is_printed(started: CommandLine) -> None:
    asked_for_faith(started, OwnRuleKind.MUST_DIFFER, ("Quaker", "Zoroastrian"))
    answer = started.ask("suggest", "--matrix")
    told = {part["criterion"]: part["points"] for part in answer["pairs"][0]["criteria"]}
    assert "in-confidence-1" in told
    assert told["in-confidence-2"] == 10_000
    assert "difference" not in told
    assert answer["pairs"][0]["rules"]["in-confidence-3"] == "kept"
    for one in started.ask("people"):
        assert one["participations"][0]["own_values"] == {}
        assert list(one["participations"][0]["consents"]) == ["Faith"]
    for arguments in (("--matrix",), ("--matrix", "--json")):
        _, out, _ = started.run("suggest", *arguments)
        assert ("in-confidence-1" if "--json" in arguments else "answers in confidence") in out
        for secret in ("own-1", "Faith", "Quaker", "Zoroastrian", "perspective"):
            assert secret not in out


def test_whom_a_rule_on_such_answers_leaves_over_is_told_without_its_field(
    started: CommandLine,
) -> None:
    asked_for_faith(started, OwnRuleKind.MUST_DIFFER, ("Quaker",))
    answer = started.ask("suggest")
    assert answer["pairs"] == []
    left = answer["left_over"]["leaders"][-1]
    assert left["obstacles"]["in-confidence-3"] > 0
    assert "in-confidence-3" in {one["rule"] for one in left["remedies"]}
    assert "own-1" not in started.run("suggest", "--json")[1]
    assert "against the rule on “answers in confidence”" in started.run("suggest")[1]

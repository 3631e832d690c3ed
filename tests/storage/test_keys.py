"""Seeds, recovery codes as people type them, and key files wrapped by a passphrase."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage.keys import (
    SEED_BYTES,
    KeyFile,
    data_key,
    new_seed,
    recovery_code,
    seed_from_code,
    tidy_passphrase,
)

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SEED = bytes(range(100, 116))
SALT = bytes(range(16)).hex()
PASSPHRASE = "harbour lantern tuesday"

seeds = st.binary(min_size=SEED_BYTES, max_size=SEED_BYTES)


def refusal(text: str) -> str:
    with pytest.raises(KnownError) as raised:
        seed_from_code(text)
    return raised.value.code


@pytest.fixture(autouse=True)
def as_shipped(quick_passphrases: Mapping[str, int]) -> Mapping[str, int]:
    """How the program stretches a passphrase, which would take these tests too long."""
    return quick_passphrases


def test_every_guess_at_a_passphrase_takes_64_megabytes(as_shipped: Mapping[str, int]) -> None:
    assert 128 * as_shipped["n"] * as_shipped["r"] >= 64 * 1024**2


@given(seeds)
def test_a_code_gives_its_seed_back(seed: bytes) -> None:
    assert seed_from_code(recovery_code(seed)) == seed


@given(seeds)
def test_a_code_reads_as_seven_groups_of_four(seed: bytes) -> None:
    groups = recovery_code(seed).split("-")
    assert [len(group) for group in groups] == [4] * 7
    assert set("".join(groups)) <= set(ALPHABET)


@given(seeds)
@settings(max_examples=20)
def test_every_single_slip_is_noticed(seed: bytes) -> None:
    code = recovery_code(seed).replace("-", "")
    for at, right in enumerate(code):
        for wrong in ALPHABET.replace(right, ""):
            assert refusal(code[:at] + wrong + code[at + 1 :]) == "code-typo"


@given(seeds)
@settings(max_examples=20)
def test_every_two_characters_in_each_others_place_are_noticed(seed: bytes) -> None:
    code = recovery_code(seed).replace("-", "")
    for one, other in combinations(range(len(code)), 2):
        swapped = list(code)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        if code[one] != code[other]:
            assert refusal("".join(swapped)) == "code-typo"


@given(seeds, st.data())
def test_any_two_slips_are_noticed(seed: bytes, data: st.DataObject) -> None:
    code = list(recovery_code(seed).replace("-", ""))
    places = st.lists(st.integers(0, len(code) - 1), min_size=2, max_size=2, unique=True)
    for at in data.draw(places):
        code[at] = data.draw(st.sampled_from(ALPHABET.replace(code[at], "")))
    assert refusal("".join(code)) == "code-typo"


def test_a_code_may_be_typed_as_people_type() -> None:
    code = recovery_code(bytes(16))
    assert code == "0000-0000-0000-0000-0000-0000-0000"
    code = recovery_code(SEED)
    for typed in (
        code.lower(),
        code.replace("-", ""),
        code.replace("-", " "),
        f"  {code.replace('-', ' – ')}\n",
        code.replace("0", "O").replace("1", "l"),
        code.replace("1", "i"),
    ):
        assert seed_from_code(typed) == SEED


@pytest.mark.parametrize(
    ("typed", "code", "length"),
    [("", "code-length", 0), ("0000-000", "code-length", 7), ("0" * 29, "code-length", 29)],
)
def test_a_code_of_the_wrong_length_is_told(typed: str, code: str, length: int) -> None:
    with pytest.raises(KnownError) as raised:
        seed_from_code(typed)
    assert raised.value.code == code
    assert raised.value.params == {"length": length, "expected": 28}


def test_letters_that_no_code_has_are_a_slip() -> None:
    assert refusal("U" * 28) == "code-typo"
    assert refusal("é" * 28) == "code-typo"


def test_seeds_are_random_and_keys_differ_with_them() -> None:
    made = {new_seed() for _ in range(50)}
    assert len(made) == 50
    assert {len(seed) for seed in made} == {SEED_BYTES}
    assert len({data_key(seed) for seed in made}) == 50
    assert {len(data_key(seed)) for seed in made} == {32}


def test_the_key_of_a_seed_never_changes() -> None:
    # Files that exist open by it.
    assert data_key(SEED).hex() == (
        "2a69a1bf8b735d6ab14f3eea6f5bc89ddd995c862043576ec124ab8a96c8511a"
    )
    assert recovery_code(SEED) == "CHJP-CSV8-D5N6-PV3D-DSQQ-0WBJ-ECQ3"


def test_a_key_file_gives_the_seed_for_the_passphrase_only() -> None:
    read = KeyFile.from_json(KeyFile.wrap(SALT, SEED, PASSPHRASE).to_json())
    assert read.has_passphrase
    assert read.salt_of_file == SALT
    assert read.unwrap(PASSPHRASE) == SEED
    for wrong in ("harbour lantern Tuesday", "", "harbour lantern tuesda"):
        with pytest.raises(KnownError) as raised:
            read.unwrap(wrong)
        assert raised.value.code == "passphrase-wrong"


def test_the_same_passphrase_never_wraps_the_same_way() -> None:
    one, other = (KeyFile.wrap(SALT, SEED, PASSPHRASE) for _ in range(2))
    assert one.wrapped != other.wrapped
    assert SEED.hex() not in one.to_json()


@pytest.mark.parametrize(
    ("chosen", "typed"),
    [
        ("Zoe\u0308 likes lanterns", "Zo\u00eb likes lanterns"),
        ("  harbour lantern ", "harbour lantern"),
        ("not\udcfftext at all", "not\udcfftext at all"),
    ],
)
def test_a_passphrase_is_the_same_however_the_keyboard_spells_it(chosen: str, typed: str) -> None:
    assert KeyFile.wrap(SALT, SEED, chosen).unwrap(typed) == SEED
    assert tidy_passphrase(chosen) == tidy_passphrase(typed)


@pytest.mark.parametrize("short", ["", "1234567", "  1234567  ", "e\u0301" * 7])
def test_a_short_passphrase_is_refused(short: str) -> None:
    with pytest.raises(KnownError) as raised:
        KeyFile.wrap(SALT, SEED, short)
    assert (raised.value.code, raised.value.params) == ("passphrase-short", {"least": 8})


def test_a_key_file_without_a_passphrase_says_where_the_key_is() -> None:
    read = KeyFile.from_json(KeyFile(SALT).to_json())
    assert not read.has_passphrase
    with pytest.raises(KnownError) as raised:
        read.unwrap(PASSPHRASE)
    assert raised.value.code == "key-in-store-only"


def test_every_change_of_a_key_file_is_found_or_harmless() -> None:
    text = KeyFile.wrap(SALT, SEED, PASSPHRASE).to_json()
    about = text.index('"about"'), text.index('"format"')
    for at in range(len(text)):
        for slip in (1, 2, 16):
            changed = text[:at] + chr(ord(text[at]) ^ slip) + text[at + 1 :]
            try:
                read = KeyFile.from_json(changed)
            except KnownError as error:
                # Raising is allowed, not required: pytest.raises cannot say that.
                assert error.code in {"key-file-damaged", "key-file-newer"}  # noqa: PT017
            else:
                harmless = about[0] <= at < about[1] or read.unwrap(PASSPHRASE) == SEED
                assert harmless, at


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "{}", '"key"', '{"format": 1}', "[" * 100_000, "\x00" * 50]
)
def test_what_is_no_key_file_is_told(text: str) -> None:
    with pytest.raises(KnownError) as raised:
        KeyFile.from_json(text)
    assert raised.value.code == "key-file-damaged"


def test_a_key_file_of_a_later_kind_is_told() -> None:
    with pytest.raises(KnownError) as raised:
        KeyFile.from_json(json.dumps({"format": 2, "argon2": {}}))
    assert raised.value.code == "key-file-newer"

"""Damage to a data file: found whatever it is, or got over; never wrong data."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services import vault
from revmentor_desktop.services.programmes.writing import name_organisation
from revmentor_desktop.system.paths import Paths
from tests.builders import Dump, dump, stored_pair, stored_programme
from tests.drills.officer import FULL
from tests.services.vault.ways import PASSPHRASE, made, opens, refusal


def way_in(opened_by: str, path: Path, code: str, paths: Paths) -> vault.OpenFile:
    if opened_by == "passphrase":
        return vault.open_with_passphrase(path, PASSPHRASE, paths)
    if opened_by == "code":
        return vault.open_with_recovery_code(path, code, paths)
    return vault.open_with_key_store(path, paths)


@pytest.mark.parametrize("opened_by", ["passphrase", "code", "key store"])
def test_damage_at_the_very_start_is_got_over(path: Path, paths: Paths, opened_by: str) -> None:
    code = made(path, None if opened_by == "key store" else PASSPHRASE, paths)
    content = path.read_bytes()
    for at in range(16):
        path.write_bytes(flipped(content, at, 0x40))
        assert opens(way_in(opened_by, path, code, paths))
    opened = way_in(opened_by, path, code, paths)
    name_organisation(opened.data, "Harbour Care again")
    opened.data.close()
    assert path.read_bytes()[:16] == content[:16]  # and mended by the next change


def flipped(content: bytes, at: int, bits: int) -> bytes:
    return content[:at] + bytes([content[at] ^ bits]) + content[at + 1 :]


def a_full_file(path: Path, paths: Paths) -> tuple[str, Dump]:
    opened = vault.create(path, PASSPHRASE, paths)
    programme = stored_programme(opened.data)
    for number in range(10):
        stored_pair(opened.data, programme, f"Mentor {number}", f"Leader {number}")
    content = dump(opened.data, without=())
    opened.data.close()
    return opened.recovery_code, content


def outcome(path: Path, code: str, paths: Paths, content: Dump) -> str:
    try:
        opened = vault.open_with_recovery_code(path, code, paths)
    except KnownError as error:
        return error.code
    try:
        same = dump(opened.data, without=()) == content
    finally:
        opened.data.close()
    return "as it was" if same else "WRONG"


@pytest.mark.drill
def test_every_flipped_byte_is_found_or_harmless(path: Path, paths: Paths) -> None:
    code, content = a_full_file(path, paths)
    whole, random = path.read_bytes(), Random(1000)
    places = [*range(100), *(random.randrange(len(whole)) for _ in range(900 if FULL else 200))]
    for at in places:
        path.write_bytes(flipped(whole, at, 1 << random.randrange(8)))
        found = outcome(path, code, paths, content)
        # The salt at the very start is known from the key file; every other byte is sealed.
        assert found in ({"as it was"} if at < 16 else {"file-damaged", "code-wrong"}), at
    path.write_bytes(whole)
    assert outcome(path, code, paths, content) == "as it was"


def test_a_passphrase_that_is_right_says_that_the_file_is_damaged(
    path: Path, paths: Paths, code: str
) -> None:
    whole = path.read_bytes()
    for at in (16, 50, 4000, 5000, len(whole) - 1):
        path.write_bytes(flipped(whole, at, 1))
        damaged = path.read_bytes()
        assert refusal(lambda: vault.open_with_passphrase(path, PASSPHRASE, paths)) == (
            "file-damaged"
        )
        assert path.read_bytes() == damaged  # left as it is, for whoever can mend it


def test_a_file_cut_short_or_grown_is_found(path: Path, paths: Paths) -> None:
    code, content = a_full_file(path, paths)
    whole, random = path.read_bytes(), Random(7)
    pages = len(whole) // 4096
    lengths = [4096 * page for page in range(1, pages)] + random.sample(range(17, len(whole)), 30)
    for length in lengths:
        path.write_bytes(whole[:length])
        assert outcome(path, code, paths, content) in {"file-damaged", "code-wrong"}, length
    path.write_bytes(whole + random.randbytes(4096))
    assert outcome(path, code, paths, content) == "file-damaged"


def test_pages_in_each_others_place_are_found(path: Path, paths: Paths) -> None:
    code, content = a_full_file(path, paths)
    whole = path.read_bytes()
    pages = [whole[at : at + 4096] for at in range(0, len(whole), 4096)]
    pages[2], pages[3] = pages[3], pages[2]
    path.write_bytes(b"".join(pages))
    assert outcome(path, code, paths, content) == "file-damaged"

"""The key of a data file: where it comes from, how a passphrase wraps it, how it is written down.

A data file has one random seed of 16 bytes. The 32-byte key of the encryption is derived from it,
a passphrase wraps it in the key file, and the recovery code on paper spells it out. So the code
opens the file even when the key file is lost, and a new passphrase needs no re-encryption.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Final, Self

from revmentor_desktop.domain.errors import KnownError

SEED_BYTES: Final = 16
PASSPHRASE_LEAST: Final = 8
"""Fewest characters in a passphrase; there are no rules on which ones."""

SCRYPT: Final = {"n": 2**16, "r": 8, "p": 1}
"""How a passphrase is stretched (RFC 7914): in 64 MB and about 0.2 s, so that guessing is slow."""
_SCRYPT_MEMORY: Final = 128 * 1024 * 1024
_FORMAT: Final = 1
# Crockford's base 32 leaves out I, L, O and U, which hands and eyes confuse.
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD: Final = str.maketrans("ILO", "110")
_BITS: Final = 5
_SEED_CHARACTERS: Final = 26
_CODE_LENGTH: Final = _SEED_CHARACTERS + 2
_SPARE_BITS: Final = _BITS * _SEED_CHARACTERS - 8 * SEED_BYTES
_GROUP: Final = 4
# Arithmetic in the field of 32 elements, whose numbers are polynomials modulo x^5 + x^2 + 1.
_MODULUS: Final = 0b100101


def new_seed() -> bytes:
    """Return a fresh random seed."""
    return secrets.token_bytes(SEED_BYTES)


def data_key(seed: bytes) -> bytes:
    """Derive the encryption's 32-byte key from a seed (HKDF's expand step, RFC 5869)."""
    return hmac.digest(seed, b"revmentor data file 1\x01", "sha256")


def recovery_code(seed: bytes) -> str:
    """Spell a seed as seven groups of four characters; the last two check the others."""
    number = int.from_bytes(seed) << _SPARE_BITS
    digits = [number >> _BITS * at & 31 for at in reversed(range(_SEED_CHARACTERS))]
    code = "".join(_ALPHABET[digit] for digit in (*digits, *_remainder([*digits, 0, 0])))
    return "-".join(code[at : at + _GROUP] for at in range(0, _CODE_LENGTH, _GROUP))


def seed_from_code(text: str) -> bytes:
    """Read a recovery code as typed: any case, spaces or dashes, O for 0 and I or L for 1.

    Any one or two wrong characters are noticed for certain, and so two that changed places.
    Raises KnownError ``code-length`` or ``code-typo``.
    """
    code = "".join(c for c in text.upper().translate(_MISREAD) if c.isalnum())
    if len(code) != _CODE_LENGTH:
        raise KnownError("code-length", length=len(code), expected=_CODE_LENGTH)
    if not set(code) <= set(_ALPHABET):
        raise KnownError("code-typo")
    digits = [_ALPHABET.index(character) for character in code]
    number = 0
    for digit in digits[:_SEED_CHARACTERS]:
        number = number << _BITS | digit
    if any(_remainder(digits)) or number & (1 << _SPARE_BITS) - 1:
        raise KnownError("code-typo")
    return (number >> _SPARE_BITS).to_bytes(SEED_BYTES)


def _remainder(digits: list[int]) -> tuple[int, int]:
    """Divide a code by the generator (x - 1)(x - 2) of a Reed-Solomon code; return what is left.

    Nothing is left of a right code, and no two right codes of up to 31 digits differ in fewer
    than three.
    """
    high = low = 0
    for digit in digits:
        # x^2 = 3x + 2 modulo the generator
        high, low = _times_two(high) ^ high ^ low, _times_two(high) ^ digit
    return high, low


def _times_two(digit: int) -> int:
    return digit << 1 ^ (_MODULUS if digit & 16 else 0)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What stands in the key file: a data file's seed, wrapped by a passphrase.

    `salt_of_file` (hex) names the data file. Without a `wrapped` seed the key is in the
    system's key store only.
    """

    salt_of_file: str
    scrypt_salt: bytes = b""
    wrapped: bytes = b""

    @classmethod
    def wrap(cls, salt_of_file: str, seed: bytes, passphrase: str) -> Self:
        """Wrap `seed` by `passphrase`. Raises KnownError ``passphrase-short``."""
        if len(tidy_passphrase(passphrase)) < PASSPHRASE_LEAST:
            raise KnownError("passphrase-short", least=PASSPHRASE_LEAST)
        from cryptography.hazmat.primitives.keywrap import aes_key_wrap

        scrypt_salt = secrets.token_bytes(16)
        return cls(salt_of_file, scrypt_salt, aes_key_wrap(_stretch(passphrase, scrypt_salt), seed))

    def unwrap(self, passphrase: str) -> bytes:
        """Return the seed. Raises KnownError ``passphrase-wrong`` or ``key-in-store-only``."""
        from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

        if not self.wrapped:
            raise KnownError("key-in-store-only")
        try:
            return aes_key_unwrap(_stretch(passphrase, self.scrypt_salt), self.wrapped)
        except InvalidUnwrap as error:
            raise KnownError("passphrase-wrong") from error

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase can open the data file."""
        return bool(self.wrapped)

    def to_json(self) -> str:
        """Write the key file's text."""
        return json.dumps(
            {
                "about": "The key of a RevMentor data file, wrapped by its passphrase. Keep it"
                " beside the data file.",
                "format": _FORMAT,
                "file": self.salt_of_file,
                "scrypt": SCRYPT | {"salt": b64encode(self.scrypt_salt).decode()},
                "wrapped": b64encode(self.wrapped).decode(),
                "check": self._check(),
            },
            indent=1,
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a key file's text. Raises KnownError ``key-file-damaged`` or ``key-file-newer``."""
        try:
            values = json.loads(text)
            if values["format"] != _FORMAT:
                raise KnownError("key-file-newer")
            key_file = cls(
                salt_of_file=bytes.fromhex(values["file"]).hex(),
                scrypt_salt=b64decode(values["scrypt"]["salt"], validate=True),
                wrapped=b64decode(values["wrapped"], validate=True),
            )
            whole = values["scrypt"] == SCRYPT | {"salt": values["scrypt"]["salt"]}
            whole = whole and values["check"] == key_file._check()
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise KnownError("key-file-damaged") from error
        if not whole:
            raise KnownError("key-file-damaged")
        return key_file

    def _check(self) -> str:
        """Return the sum by which a damaged key file differs from a wrong passphrase."""
        content = bytes.fromhex(self.salt_of_file) + self.scrypt_salt + self.wrapped
        return hashlib.sha256(content).hexdigest()[:16]


def tidy_passphrase(passphrase: str) -> str:
    """Return a passphrase as it is used: composed (NFC), without spaces around it."""
    return unicodedata.normalize("NFC", passphrase).strip()


def _stretch(passphrase: str, salt: bytes) -> bytes:
    # The environment can hold bytes that are no text; they come as lone surrogates.
    secret = tidy_passphrase(passphrase).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(secret, salt=salt, **SCRYPT, maxmem=_SCRYPT_MEMORY, dklen=32)

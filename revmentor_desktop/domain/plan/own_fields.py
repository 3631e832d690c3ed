"""Details of the officer's own: what else is asked of those who take part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

OWN_FIELDS_LIMIT: Final = 20

OwnValue = str | tuple[str, ...] | float
"""A value of an own field: text and one-of as str, several-of as tuple, number as float, a date as
str in ISO form."""


class FieldKind(StrEnum):
    """What an own field holds."""

    TEXT = "text"
    ONE_OF = "one_of"
    SEVERAL_OF = "several_of"
    NUMBER = "number"
    DATE = "date"


class AskedOf(StrEnum):
    """Of whom an own field is asked."""

    BOTH = "both"
    MENTOR = "mentor"
    MENTEE = "mentee"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnField:
    """A field of the officer's own.

    `key` never changes once made ("own-3"); values, rules and imports go by it. `options` are for
    the kinds one-of and several-of. With `is_shown_to_partner` it stands in the partner's pack.
    `is_special` marks special-category data (UK GDPR article 9: health, ethnicity, belief …): it
    is asked only with `special_purpose` recorded, and used only with each person's consent.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    options: tuple[str, ...] = ()
    asked_of: AskedOf = AskedOf.BOTH
    is_shown_to_partner: bool = False
    is_special: bool = False
    special_purpose: str = ""
    is_on: bool = True

    @property
    def is_asked(self) -> bool:
        """Whether it may be asked: in words, and special-category data only for a purpose."""
        if not (self.is_on and self.label.strip()):
            return False
        return not self.is_special or bool(self.special_purpose.strip())

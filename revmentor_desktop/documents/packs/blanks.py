"""The names of the blanks that the wording of packs, sheets and the agreement may have."""

from __future__ import annotations

from typing import Final

from revmentor_desktop.documents.setup.values import BLANKS as PROGRAMME_BLANKS

CHOICE_BLANKS: Final = frozenset(
    {
        "who_drives",
        "meeting_place",
        "rebook",
        "told",
        "told_others",
        "limits_count",
        "limits",
        "notes_kept",
        "notes_end",
        "review_points",
    }
)
"""The blanks that the agreement's choices fill, with words of the agreement's own."""
PAIR_BLANKS: Final = (
    frozenset(
        {
            "you",
            "your_name",
            "partner",
            "partner_name",
            "you_and_partner",
            "mentor_first",
            "leader_first",
            "your_role",
            "a_your_role",
            "reference",
            "version",
            "version_day",
            "earlier_version",
            "number",
            "theme",
            "agreements_due",
            "focus_why",
            "focus_start",
            "focus_listen",
            "mentor_name",
            "leader_name",
            "shortest",
            "longest",
            "own_place",
            "review_meeting",
            "halfway",
            "review_day",
        }
    )
    | CHOICE_BLANKS
)
"""The blanks about the pair. `number` and `theme` are those of a session, on its own sheet; they,
`agreements_due`, those of the focus and those of versions may say nothing."""
BLANKS: Final = PROGRAMME_BLANKS | PAIR_BLANKS
"""The blanks that the wording of packs and sheets may have."""

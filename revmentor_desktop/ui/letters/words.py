"""What the page calls placeholders, audiences and recipients."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.letters import FOR_ALL, FilledLetter, Letter, Reach
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.communications import Audience
from revmentor_desktop.services.letters.reading import Recipient
from revmentor_desktop.ui.roles import several_names


def placeholder_words(name: str) -> str:
    """Return what a placeholder stands for."""
    return {
        "first_name": _tr("First name"),
        "full_name": _tr("Full name"),
        "participant": _tr("Member of their team"),
        "reason": _tr("Reason, in a sentence"),
        "papers": _tr("Papers that go with it"),
        "reference": _tr("Short reference of the pair"),
        "role_name": _tr("Role"),
        "a_role_name": _tr("Role with “a”"),
        "role_names": _tr("Role, several"),
        "partner_role_name": _tr("Partner’s role"),
        "a_partner_role_name": _tr("Partner’s role with “a”"),
        "partner_role_names": _tr("Partner’s role, several"),
        "mentors": _tr("Mentors"),
        "a_mentor": _tr("A mentor"),
        "leaders": _tr("Leaders"),
        "a_leader": _tr("A leader"),
        "programme": _tr("Programme"),
        "organisation": _tr("Organisation"),
        "purpose": _tr("Purpose"),
        "sessions": _tr("Number of sessions, with the word"),
        "session_count": _tr("Number of sessions"),
        "how_long": _tr("Length of a session"),
        "rhythm": _tr("Time between sessions"),
        "apply_by": _tr("Last day to apply"),
        "briefing_day": _tr("Day of the briefing"),
        "agreement_by": _tr("Day the agreement is due"),
        "first_session": _tr("First session"),
        "close_day": _tr("Day of the close"),
        "sponsor": _tr("Sponsor"),
        "sender": _tr("Who signs"),
        "contact": _tr("How to reach you"),
    }.get(name, name)


def placeholder_group(name: str) -> str:
    """Return the menu in which a placeholder is offered; "" for the first one."""
    if "role_name" in name or name in {"mentors", "a_mentor", "leaders", "a_leader"}:
        return _tr("What the roles are called")
    if name in {"sessions", "session_count", "how_long", "rhythm"}:
        return _tr("Sessions")
    if name.endswith(("_by", "_day", "_session")):
        return _tr("Dates")
    return ""


def nobody_words(letter: Letter) -> str:
    """Return why a letter concerns nobody now."""
    return {
        "invitation": _tr("Nobody is invited now: it goes to people in the state “Invited”."),
        "reminder": _tr("Nobody who was invited still has to answer."),
        "reserve": _tr("Nobody is kept in reserve."),
        "refusal": _tr("No application was refused."),
        "pack": _tr("Nobody has a partner yet."),
        "agreement-reminder": _tr("Nobody has a partner yet."),
        "ending-soon": _tr("Nobody has a partner yet."),
        "thank-you": _tr("Nobody has a partner yet."),
    }.get(letter.key, _tr("Nobody has a confirmed place yet."))


def variant_words(letter: Letter, variant: str) -> str:
    """Return whom a variant of a letter is for."""
    if variant == FOR_ALL:
        return _tr("To everybody")
    name = several_names()[Role(variant)]
    if letter.reach is Reach.LINE_MANAGERS:
        return _tr("About {0}").format(name)
    return _tr("To {0}").format(name)


def recipient_name(one: Recipient) -> str:
    """Return who gets a letter."""
    if one.name:
        return one.name
    if one.variant == FOR_ALL:
        return _tr("Everybody")
    return _tr("Line managers of {0}").format(several_names()[Role(one.variant)])


def recipient_line(one: Recipient) -> str:
    """Return how somebody is reached, and whom it is about."""
    address = one.email
    if not address:
        address = _tr("No e-mail address") if one.name else _tr("Address it yourself")
    return _tr("For {0} · {1}").format(one.about, address) if one.about else address


def gaps(filled: FilledLetter) -> str:
    """Return what is left to fill of a letter, or nothing."""
    empty = [_tr("{0} (nothing known)").format(placeholder_words(name)) for name in filled.empty]
    unknown = [_tr("{0} (unknown)").format(written) for written in filled.unknown]
    return ", ".join([*empty, *unknown])


def audience_words(audience: Audience) -> str:
    """Return who hears something."""
    return {
        Audience.SPONSOR: _tr("Sponsor"),
        Audience.LEADERS: several_names()[Role.MENTEE],
        Audience.MENTORS: several_names()[Role.MENTOR],
        Audience.LINE_MANAGERS: _tr("Line managers"),
        Audience.ALL_STAFF: _tr("All staff"),
        Audience.APPLICANTS: _tr("Applicants"),
    }[audience]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Letters", text)

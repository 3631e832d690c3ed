"""Days as a calendar file (.ics, RFC 5545) that Outlook, Google, Apple and others take in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_PRODUCT: Final = "-//RevMentor//RevMentor Desktop//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A whole day with a title and a few words; `key` is its own within its calendar."""

    key: str
    day: date
    title: str
    text: str = ""


def calendar_file(
    name: str, identity: str, days: Sequence[CalendarDay], made_at: datetime
) -> bytes:
    """Return a calendar of whole days called `name`; the same values give the same bytes.

    Whole days have no time and no zone, so that no calendar shifts them. `identity` and a day's
    key make up the name by which calendars know an event (UID): taken in a second time, with a
    later `made_at` (UTC), the file moves events instead of adding them again.
    """
    from icalendar import Calendar, Event, vText

    made_at = made_at.replace(microsecond=0)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    # What the library does not know by name it would write without its signs of escape.
    calendar.add("x-wr-calname", vText(_line(name)))
    for one in sorted(days, key=lambda each: (each.day, each.key)):
        event = Event()
        event.add("uid", f"{identity}-{one.key}@revmentor")
        event.add("dtstamp", made_at)
        event.add("last-modified", made_at)
        # Some calendars take a changed event only with a higher number: minutes always grow.
        event.add("sequence", int(made_at.timestamp()) // 60)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("summary", _line(one.title))
        if one.text:
            event.add("description", "\n".join(map(_line, one.text.split("\n"))))
        event.add("transp", "TRANSPARENT")  # nobody is busy all day
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _line(text: str) -> str:
    """Return `text` without characters that would end or break a line of the file."""
    return _CONTROL.sub(" ", text)

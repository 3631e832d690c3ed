"""Which days are free of weekends, bank holidays and closed periods, and what follows from it."""

from __future__ import annotations

from datetime import date
from functools import cache

from revmentor_desktop.domain.plan.communications import is_weekday
from revmentor_desktop.domain.plan.milestones import IsFree
from revmentor_desktop.domain.plan.schedule import Schedule
from revmentor_desktop.system.bank_holidays import bank_holiday, is_known


def free_days(schedule: Schedule) -> IsFree:
    """Return the rule that tells whether a day is free; it remembers what it has told.

    A region that is not known has no bank holidays here: the page with the dates says so.
    """
    region = schedule.region if is_known(schedule.region) else ""

    @cache
    def is_free(day: date) -> bool:
        return (
            is_weekday(day)
            and not bank_holiday(region, day)
            and not any(period.covers(day) for period in schedule.closed)
        )

    return is_free

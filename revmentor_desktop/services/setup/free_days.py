"""Which days are free of weekends, bank holidays and the organisation's closed periods."""

from __future__ import annotations

from datetime import date
from typing import Final

from revmentor_desktop.domain.plan.milestones import IsFree
from revmentor_desktop.domain.plan.schedule import Schedule
from revmentor_desktop.system.bank_holidays import bank_holiday

_SATURDAY: Final = 5


def free_days(schedule: Schedule) -> IsFree:
    """Return the rule that tells whether a day is free."""

    def is_free(day: date) -> bool:
        return (
            day.weekday() < _SATURDAY
            and not bank_holiday(schedule.region, day)
            and not any(period.covers(day) for period in schedule.closed)
        )

    return is_free

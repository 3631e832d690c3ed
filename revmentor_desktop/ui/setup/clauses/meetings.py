"""Clauses on meetings: how often and how long, where, who books, what if one cannot come."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.agreement_choices import (
    NOTICE_HOURS,
    REBOOKED_WITHIN,
    AgreementChoices,
    Place,
    Who,
)
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.ui.setup.clauses.group import ClauseGroup, side_by_side
from revmentor_desktop.ui.widgets.fields import LabelledField, NumberField, put_line

_MOST_MINUTES = 480


class MeetingClauses(ClauseGroup):
    """What is agreed on meetings."""

    def __init__(self) -> None:
        super().__init__(
            _tr(
                "Usually the one who is to learn books, which protects the time, and the other"
                " leads, which protects the purpose."
            )
        )
        usual = AgreementChoices()
        self.shortest = self._minutes(_tr("Half the usual"))
        self.longest = self._minutes(_tr("1½ the usual"))
        self.place = self._combo(_places())
        self.own_place = QLineEdit()
        self.own_place.setPlaceholderText(_tr("For example: in the library on the ground floor"))
        self.books, self.leads = self._combo({}), self._combo({})
        self.name_roles(TakingPart())
        self.notice = self._combo(_hours(usual.notice_hours))
        self.rebook = self._combo(_days())
        self.answer = self._combo({})
        self._own_place = LabelledField(
            _tr("The place, as it stands on the agreement"), self.own_place
        )
        self.own_place.textEdited.connect(self.changed)
        self.place.chosen.connect(self._show_own_place)
        for number in (self.shortest, self.longest):
            number.valueChanged.connect(self.changed)
        self._add_clauses()

    def chosen(self, choices: AgreementChoices) -> AgreementChoices:
        return replace(
            choices,
            shortest_minutes=self.shortest.value(),
            longest_minutes=self.longest.value(),
            place=Place(self.place.key),
            own_place=self.own_place.text(),
            books=Who(self.books.key),
            leads=Who(self.leads.key),
            notice_hours=int(self.notice.key),
            rebook_days=int(self.rebook.key),
            answer_hours=int(self.answer.key),
        )

    def name_roles(self, part: TakingPart) -> None:
        """Call the roles as the programme does."""
        who: dict[str, str] = {
            Who.MENTOR: part.name_of(Role.MENTOR).one,
            Who.MENTEE: part.name_of(Role.MENTEE).one,
            Who.EITHER: _tr("Either"),
        }
        self.books.offer(who)
        self.leads.offer(who)

    def _put(self, choices: AgreementChoices) -> None:
        self.books.put(choices.books)
        self.leads.put(choices.leads)
        for number, minutes in (
            (self.shortest, choices.shortest_minutes),
            (self.longest, choices.longest_minutes),
        ):
            number.blockSignals(True)
            number.setValue(minutes)
            number.blockSignals(False)
        self.place.put(choices.place)
        put_line(self.own_place, choices.own_place)
        self._show_own_place()
        self.notice.offer(_hours(choices.notice_hours))
        self.notice.put(str(choices.notice_hours))
        self.rebook.put(str(choices.rebook_days))
        self.answer.offer({"0": _tr("Not agreed"), **_hours(choices.answer_hours)})
        self.answer.put(str(choices.answer_hours))

    def _show_own_place(self) -> None:
        self._own_place.setVisible(self.place.key == Place.OWN)

    def _minutes(self, usual: str) -> NumberField:
        number = NumberField(0, _MOST_MINUTES)
        number.setSingleStep(5)
        number.setSuffix(_tr(" minutes"))
        number.setSpecialValueText(usual)
        return number

    def _add_clauses(self) -> None:
        self._add_clause("meet", _tr("How often, how long, and from when to when"))
        shortest = LabelledField(_tr("At least"), self.shortest)
        longest = LabelledField(_tr("At most"), self.longest)
        self._add_clause(
            "length",
            _tr("The shortest and longest a meeting takes"),
            [side_by_side(shortest, longest)],
        )
        where = LabelledField(_tr("Place"), self.place)
        self._add_clause("place", _tr("Where and how they meet"), [where, self._own_place])
        books = LabelledField(_tr("Who books"), self.books)
        leads = LabelledField(_tr("Who leads"), self.leads)
        self._add_clause("drive", _tr("Who books, and who leads"), [side_by_side(books, leads)])
        notice = LabelledField(_tr("Notice for cancelling"), self.notice)
        rebook = LabelledField(_tr("A new date is offered"), self.rebook)
        self._add_clause(
            "cancel", _tr("Cancelling, and a new date"), [side_by_side(notice, rebook)]
        )
        answer = LabelledField(_tr("Answer between meetings"), self.answer)
        self._add_clause("contact", _tr("How soon they answer each other"), [answer])
        self._add_clause("reach", _tr("How they reach each other, on a line to write on"))


def _places() -> dict[str, str]:
    return {
        Place.IN_PERSON: _tr("In person, in nobody’s office"),
        Place.ON_SCREEN: _tr("On screen"),
        Place.EITHER: _tr("In person or on screen"),
        Place.OWN: _tr("A place of your own words"),
        Place.OPEN: _tr("A line to write on"),
    }


def _days() -> dict[str, str]:
    words = {0: _tr("The same day"), 2: _tr("Within two days"), 7: _tr("Within a week")}
    return {str(days): words[days] for days in REBOOKED_WITHIN}


def _hours(also: int) -> dict[str, str]:
    """Return the hours that can be chosen; `also` is one that was chosen some other way."""
    offered = sorted({*NOTICE_HOURS, *([also] if also else [])})
    return {str(hours): _tr("{0} hours").format(hours) for hours in offered}


def _tr(text: str) -> str:
    return QCoreApplication.translate("MeetingClauses", text)

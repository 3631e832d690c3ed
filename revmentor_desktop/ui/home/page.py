"""Home: where the programme stands, and the one next step of each part of the work."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.services.programmes import reading
from revmentor_desktop.services.programmes.reading import Standing
from revmentor_desktop.services.setup.standing import (
    draft_name,
    has_settings_edits,
    readiness_verdict,
)
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.home.cards import Number, Share, Stages, StepCard
from revmentor_desktop.ui.home.dates import DatesCard
from revmentor_desktop.ui.home.notes import Note, ReadinessNote
from revmentor_desktop.ui.home.standing import Place, Stage, place_of
from revmentor_desktop.ui.page import Page
from revmentor_desktop.ui.roles import counted_role, named
from revmentor_desktop.ui.widgets.buttons import Kind, button, set_button_text
from revmentor_desktop.ui.widgets.surfaces import Card, EmptyState, scrolled
from revmentor_desktop.ui.widgets.text import plain_label


class HomePage(Page):
    """What a programme is, where it stands, what comes next; or how to begin."""

    tables = frozenset(
        {
            "programme",
            "participation",
            "pair",
            "pairing_draft",
            "shown_draft",
            "person",
            "setting",
            "plan_section",
            "draft",
            "settings_edit",
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Home"))
        self.edit = button(self.tr("Edit…"), "plain", "pencil")
        self.edit.clicked.connect(lambda: context.requested.emit("edit-programme"))
        self.add_action(self.edit)
        self._parts = QStackedWidget()
        self.content.addWidget(self._parts)

    @cached_property
    def welcome(self) -> EmptyState:
        """The part that offers to begin, made when there is first no programme."""
        self.begin = button("", "primary")
        self.begin.clicked.connect(lambda: self.context.requested.emit("new-programme"))
        look_round = button(self.tr("Look round the sample programme"))
        look_round.clicked.connect(lambda: self.context.requested.emit("load-sample"))
        welcome = EmptyState(
            "handshake",
            self.tr("No programme yet"),
            self.tr(
                "RevMentor takes a reverse mentoring programme from a list of people to pairs"
                " with a signed agreement. Start yours, or look round an invented one first;"
                " it leaves again in one step."
            ),
            self.begin,
            look_round,
        )
        self._parts.addWidget(welcome)
        return welcome

    @cached_property
    def overview(self) -> Overview:
        """The part that shows a programme, made when there is first one."""
        overview = Overview(self.context)
        self._scrolled = scrolled(overview)
        self._parts.addWidget(self._scrolled)
        return overview

    def reload(self) -> None:
        programme_id = self.context.programme_id
        self.edit.setVisible(programme_id is not None)
        if programme_id is None:
            self.set_title(self.tr("Welcome"), "")
            self._parts.setCurrentWidget(self.welcome)
            self._offer_to_begin()
            return
        programme = reading.programme(self.context.data, programme_id)
        self.set_title(programme.name, programme.purpose)
        self.overview.show_programme(programme, reading.standing(self.context.data, programme_id))
        self.overview.readiness.show_verdict(readiness_verdict(self.context.data, programme_id))
        self._show_draft()
        self._show_settings_edits(programme_id)
        leaves_welcome = self._holds_focus() and self._parts.currentWidget() is not self._scrolled
        self._parts.setCurrentWidget(self._scrolled)
        if leaves_welcome:
            self.overview.take_focus()

    def _offer_to_begin(self) -> None:
        name = draft_name(self.context.data)
        title, verb = self.tr("No programme yet"), self.tr("Go on setting up")
        if name is None:
            verb = self.tr("Start a programme")
        elif name:
            title = self.tr("You are setting up “{0}”").format(name)
        self.welcome.title.setText(title)
        set_button_text(self.begin, verb)

    def _show_draft(self) -> None:
        """Say that another programme is being set up beside the one that is looked at."""
        name = draft_name(self.context.data)
        words = ""
        if name:
            words = self.tr("You are still setting up “{0}”.").format(name)
        elif name is not None:
            words = self.tr("You are still setting up another programme.")
        self.overview.draft.say(words)

    def _show_settings_edits(self, programme_id: int) -> None:
        waits = has_settings_edits(self.context.data, programme_id)
        words = self.tr("Edits in Programme settings are not applied yet.")
        self.overview.edits.say(words if waits else "")

    def _holds_focus(self) -> bool:
        # The window's, not the program's: a dialog may have it just now and give it back.
        return self._parts.isAncestorOf(self.window().focusWidget())


class Overview(QWidget):
    """A programme's stages, its three cards and its dates."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stages = Stages((self.tr("People"), self.tr("Pairs"), self.tr("Agreements")))
        self._sample = self._make_sample_note()
        self.people = StepCard(self.tr("People"))
        self.pairs = StepCard(self.tr("Pairs"))
        self.agreements = StepCard(self.tr("Agreements"))
        self._mentors, self._leaders = Number("mentor"), Number("mentee")
        self._paired, self._share = Number("brand"), Share()
        self._ready = Number("brand")
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self._mentors)
        both.addWidget(self._leaders, 1)
        self.people.figures.addLayout(both)
        self.pairs.figures.addWidget(self._paired)
        self.pairs.figures.addWidget(self._share)
        self.agreements.figures.addWidget(self._ready)
        self._people_command = ""
        self.people.button.clicked.connect(lambda: context.requested.emit(self._people_command))
        self.pairs.button.clicked.connect(lambda: context.requested.emit("show:pairing"))
        self.agreements.button.clicked.connect(lambda: context.requested.emit("show:documents"))
        self.readiness = ReadinessNote(context)
        self.draft = Note(self.tr("Go on with it"))
        self.draft.button.clicked.connect(lambda: context.requested.emit("new-programme"))
        self.edits = Note(self.tr("Open the settings"))
        self.edits.button.clicked.connect(lambda: context.requested.emit("edit-programme"))
        self.dates = DatesCard(context)
        self._lay_out()

    def show_programme(self, programme: Programme, standing: Standing) -> None:
        """Show a programme and its numbers."""
        place = place_of(standing)
        self._stages.show_stage(place.stage.value - 1)
        self._sample.setVisible(programme.is_sample)
        self._show_people(standing, place)
        self._show_pairs(standing, place)
        self._show_agreements(standing, place)
        self.dates.show_programme(programme)

    def take_focus(self) -> None:
        """Put the focus on the next step, not on whatever comes first, such as a removal."""
        for card in (self.people, self.pairs, self.agreements):
            if card.button.property("kind") == "primary":
                card.button.setFocus()

    def _show_people(self, standing: Standing, place: Place) -> None:
        count = standing.mentors
        self._mentors.show_number(count, counted_role(Role.MENTOR, count))
        count = standing.leaders
        self._leaders.show_number(count, counted_role(Role.MENTEE, count))
        nobody = not standing.mentors and not standing.leaders
        self._people_command = "import-people" if nobody else "show:people"
        if nobody:
            self.people.say(
                self.tr("Bring in the people from the spreadsheet you have."),
                self.tr("Import people…"),
                "primary",
            )
        elif place.stage is Stage.PEOPLE:
            missing = Role.MENTEE if standing.mentors else Role.MENTOR
            words = self.tr("There are no {0} yet.").format(counted_role(missing, 0))
            self.people.say(words, self.tr("Open People"), "primary")
        elif standing.mentors < standing.leaders:
            words = named(self.tr("There are fewer {mentors} than {leaders}."))
            self.people.say(words, self.tr("Open People"))
        else:
            words = named(self.tr("Enough {mentors} for every {leader}."))
            self.people.say(words, self.tr("Open People"))

    def _show_pairs(self, standing: Standing, place: Place) -> None:
        if standing.leaders:
            words = named(self.tr("of {0} {leaders} paired"), standing.leaders)
        else:
            words = self.tr("pairs so far")
        self._paired.show_number(standing.paired_leaders, words)
        self._share.show_share(standing.paired_leaders, standing.leaders)
        if place.stage is Stage.PEOPLE:
            self.pairs.say(named(self.tr("Pairing begins when there are {mentors} and {leaders}.")))
            return
        kind: Kind = "primary" if place.stage is Stage.PAIRS else "plain"
        if standing.proposals and place.stage is Stage.PAIRS:
            words = self.tr("{0} proposed pairs wait to be agreed.").format(standing.proposals)
            if standing.proposals == 1:
                words = self.tr("One proposed pair waits to be agreed.")
            self.pairs.say(words, self.tr("Agree the pairs"), kind)
        elif not place.free_leaders:
            words = named(self.tr("Every {leader} has a {mentor}."))
            self.pairs.say(words, self.tr("Open Pairing"))
        elif place.free_leaders == 1:
            words = named(self.tr("One {leader} waits for a {mentor}."))
            self.pairs.say(words, named(self.tr("Pair the last {leader}")), kind)
        else:
            words = named(self.tr("{0} {leaders} wait for a {mentor}."), place.free_leaders)
            verb = named(self.tr("Pair {0} {leaders}"), place.free_leaders)
            self.pairs.say(words, verb, kind)

    def _show_agreements(self, standing: Standing, place: Place) -> None:
        count = standing.pairs
        self._ready.show_number(count, self.tr("pair") if count == 1 else self.tr("pairs"))
        if not count:
            self.agreements.say(self.tr("Each pair gets one page to agree on and sign."))
            return
        kind: Kind = "primary" if place.stage is Stage.AGREEMENTS else "plain"
        self.agreements.say(
            self.tr("One page for each pair to agree on and sign."),
            self.tr("Open Documents"),
            kind,
        )

    def _make_sample_note(self) -> Card:
        note = Card(role="panel")
        row = QHBoxLayout()
        row.setSpacing(12)
        words = self.tr("These people and pairs are invented. Try anything; nothing can break.")
        row.addWidget(plain_label(words, "body", "wrap"), 1)
        remove = button(self.tr("Remove the sample"))
        remove.clicked.connect(lambda: self._context.requested.emit("remove-sample"))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignVCenter)
        note.body.addLayout(row)
        return note

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(14)
        for card in (self.people, self.pairs, self.agreements):
            cards.addWidget(card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self._stages)
        for note in (self._sample, self.draft, self.edits, self.readiness):
            layout.addWidget(note)
        layout.addLayout(cards)
        layout.addWidget(self.dates)
        layout.addStretch(1)

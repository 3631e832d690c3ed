"""What can be done with the people chosen: each one change, one undo step, one notice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from revmentor_desktop.domain.participation import OUT_STATES, ParticipationState, Role
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.people import changes
from revmentor_desktop.ui.people.changes import Change
from revmentor_desktop.ui.people.words import counted, state_names
from revmentor_desktop.ui.roles import counted_role, role_names, within
from revmentor_desktop.ui.widgets.text import without_mnemonic

Chosen = Sequence[RegisterEntry]
T = TypeVar("T")
_BETWEEN_ADDRESSES: Final = "; "


class PeopleCommands(QObject):
    """Actions on the chosen people, for menus, keys and the panel."""

    details_wanted = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._programme: Programme | None = None
        self._chosen: Chosen = ()
        self.roles = {
            role: self._action(name, partial(self._with_chosen, self.set_role, role))
            for role, name in role_names().items()
        }
        self.states = {
            state: self._action(name, partial(self._with_chosen, self.set_state, state))
            for state, name in state_names().items()
        }
        self.take_part_as = {
            role: self._action(
                self.tr("As {0}").format(within(name)),
                partial(self._with_chosen, self.take_part, role),
            )
            for role, name in role_names().items()
        }
        self.open = self._action(self.tr("Edit details"), self.details_wanted.emit, "pencil", "F2")
        self.leave = self._action("", lambda: self.leave_programme(self._chosen))
        self.copy = self._action(
            self.tr("Copy e-mail addresses"), lambda: self.copy_addresses(self._chosen), "copy"
        )
        self.remove = self._action(
            self.tr("Remove"), lambda: self.remove_people(self._chosen), "trash-2", "Del"
        )
        self.follow((), None)

    def follow(self, chosen: Chosen, programme: Programme | None) -> None:
        """Act on these people from now on, in that programme."""
        self._chosen, self._programme = chosen, programme
        taking_part = sum(entry.participation is not None for entry in chosen)
        for action in (*self.roles.values(), *self.states.values(), self.leave):
            action.setEnabled(taking_part > 0)
        for action in self.take_part_as.values():
            action.setEnabled(programme is not None and taking_part < len(chosen))
        self.open.setEnabled(bool(chosen))
        self.copy.setEnabled(any(entry.person.email for entry in chosen))
        self.remove.setEnabled(bool(chosen))
        where = programme.name if programme else self.tr("the programme")
        self.leave.setText(without_mnemonic(self.tr("Take out of {0}").format(where)))

    def name_roles(self) -> None:
        """Call the roles as the programme that is looked at does."""
        for role, name in role_names().items():
            self.roles[role].setText(without_mnemonic(name))
            as_role = self.tr("As {0}").format(within(name))
            self.take_part_as[role].setText(without_mnemonic(as_role))

    def fill(self, menu: QMenu) -> None:
        """Put all actions into a menu."""
        menu.addAction(self.open)
        menu.addSeparator()
        for title, actions in (
            (self.tr("Role"), self.roles),
            (self.tr("State"), self.states),
            (self.tr("Take part"), self.take_part_as),
        ):
            sub = menu.addMenu(title)
            sub.addActions(list(actions.values()))
        menu.addAction(self.leave)
        menu.addSeparator()
        menu.addAction(self.copy)
        menu.addSeparator()
        menu.addAction(self.remove)

    def set_role(self, chosen: Chosen, role: Role) -> None:
        """Give participants a role."""
        programme = self._programme
        moved = [e for e in chosen if e.participation and e.participation.role is not role]
        if programme is None or not moved:
            return
        self._change(
            self.tr("Make {0} {1}").format(_names(moved), _article(role, len(moved))),
            self.tr("{0} now: {1}").format(role_names()[role], _names(moved)),
            changes.set_role(programme.id, _ids(moved), role),
        )

    def set_partners(self, chosen: Chosen, number: int | None) -> None:
        """Let participants have so many partners, or as many as the programme says."""
        programme = self._programme
        moved = [e for e in chosen if e.participation and e.participation.own_partners != number]
        if programme is None or not moved:
            return
        if number is None:
            said = self.tr("As many partners as the programme says: {0}")
        else:
            one, several = self.tr("At most one partner: {0}"), self.tr("At most {1} partners: {0}")
            said = one if number == 1 else several
        self._change(
            self.tr("Change the number of partners of {0}").format(_names(moved)),
            said.format(_names(moved), number),
            changes.set_own_partners(programme.id, _ids(moved), number),
        )

    def set_state(self, chosen: Chosen, state: ParticipationState) -> None:
        """Give participants a state; agreed pairs stay, and the notice says so."""
        programme = self._programme
        moved = [e for e in chosen if e.participation and e.participation.state is not state]
        if programme is None or not moved:
            return
        name = state_names()[state].lower()
        notice = self.tr("Set to {0}: {1}").format(name, _names(moved))
        paired = [entry for entry in moved if entry.partners]
        if state in OUT_STATES and paired:
            if len(paired) == 1:
                with_whom = ", ".join(paired[0].partners)
                words = self.tr(". The pair with {0} stays until you end it on the Pairing page.")
                notice += words.format(with_whom)
            else:
                pairs = sum(len(entry.partners) for entry in paired)
                words = self.tr(". {0} pairs stay until you end them on the Pairing page.")
                notice += words.format(pairs)
        self._change(
            self.tr("Set {0} to {1}").format(_names(moved), name),
            notice,
            changes.set_state(programme.id, _ids(moved), state),
        )

    def take_part(self, chosen: Chosen, role: Role) -> None:
        """Let people who do not take part yet do so."""
        programme = self._programme
        new = [entry for entry in chosen if entry.participation is None]
        if programme is None or not new:
            return
        words = self.tr("Let {0} take part in {1}").format(_names(new), programme.name)
        notice = self.tr("{0} in {1} now: {2}").format(
            role_names()[role], programme.name, _names(new)
        )
        self._change(words, notice, changes.take_part(programme.id, _ids(new), role))

    def leave_programme(self, chosen: Chosen) -> None:
        """End people's part in the programme; they stay in the data file."""
        programme = self._programme
        going = [entry for entry in chosen if entry.participation]
        if programme is None or not going:
            return
        words = self.tr("Take {0} out of {1}").format(_names(going), programme.name)
        notice = self.tr("No longer in {0}: {1}").format(programme.name, _names(going))
        self._change(words, notice, changes.leave(programme.id, _ids(going)))

    def remove_people(self, chosen: Chosen) -> None:
        """Remove people from the data file; Undo brings them back with all that was theirs."""
        if chosen:
            self._change(
                self.tr("Remove {0}").format(_names(chosen)),
                self.tr("Removed: {0}").format(_names(chosen)),
                changes.remove(_ids(chosen)),
            )

    def copy_addresses(self, chosen: Chosen) -> None:
        """Put the e-mail addresses on the clipboard, as mail programs take them."""
        addresses = [entry.person.email for entry in chosen if entry.person.email]
        if not addresses:
            return
        QGuiApplication.clipboard().setText(_BETWEEN_ADDRESSES.join(addresses))
        without = len(chosen) - len(addresses)
        if len(addresses) == 1:
            said = self.tr("Copied {0}").format(addresses[0])
        else:
            said = self.tr("Copied {0} e-mail addresses").format(len(addresses))
        if without:
            said += self.tr("; {0} without one").format(without)
        self._context.notices.show(said)

    def _with_chosen(self, act: Callable[[Chosen, T], None], value: T) -> None:
        act(self._chosen, value)

    def _change(self, words: str, notice: str, change: Change) -> None:
        self._context.run(words, change, notice=notice)

    def _action(
        self, text: str, do: Callable[[], object], sign: str | None = None, key: str = ""
    ) -> QAction:
        made = QAction(without_mnemonic(text), self)
        if sign is not None:
            made.setIcon(icon(sign))
        if key:
            made.setShortcut(QKeySequence(key))
        made.triggered.connect(lambda _checked=False: do())
        return made


def _names(chosen: Chosen) -> str:
    return counted([entry.person.full_name for entry in chosen])


def _ids(chosen: Chosen) -> list[int]:
    return [entry.person.id for entry in chosen]


def _article(role: Role, count: int) -> str:
    name = counted_role(role, count)
    if count > 1:
        return name
    return f"an {name}" if name[:1] in "aeiou" else f"a {name}"

"""The Documents page: papers at the left, the real pages of the chosen one at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStackedWidget, QWidget

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.pair_rows import pair_rows
from revmentor_desktop.services.documents.pairing_list import plans_with_pairs
from revmentor_desktop.services.pairing.draft_reading import shown_draft
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.commands import DocumentCommands
from revmentor_desktop.ui.documents.mailing.commands import MailingCommands
from revmentor_desktop.ui.documents.no_pairs import NoPairs
from revmentor_desktop.ui.documents.pairs_list import PairsList
from revmentor_desktop.ui.documents.paper_view import PaperView
from revmentor_desktop.ui.documents.papers import SetupPapersPart
from revmentor_desktop.ui.documents.printing.run_dialog import Wish
from revmentor_desktop.ui.documents.scans.commands import ScanCommands
from revmentor_desktop.ui.documents.tracking.commands import TrackingCommands
from revmentor_desktop.ui.documents.versions.commands import VersionCommands
from revmentor_desktop.ui.documents.wording.menu import add_wording
from revmentor_desktop.ui.documents.wording.part import WordingPart
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.page import Page
from revmentor_desktop.ui.pairing_list import open_pairing_list
from revmentor_desktop.ui.paper_choice import PaperChoice
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.segments import Segments
from revmentor_desktop.ui.widgets.surfaces import EmptyState
from revmentor_desktop.ui.widgets.text import set_tip

PAIRS: Final = "pairs"
PAPERS: Final = "papers"
WORDING: Final = "wording"


class DocumentsPage(Page):
    """The papers of the programme that is looked at, in three parts.

    `PAIRS`: the packs and the agreement of each pair. `PAPERS`: what sets the programme up.
    `WORDING`: what packs and sheets say.
    """

    tables = frozenset(
        {
            *("person", "participation", "programme", "setting", "logo", "plan_section"),
            *("pair", "pairing_draft", "shown_draft", "own_value", "paper_mark", "agreement_scan"),
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Documents"))
        self.parts = self._make_parts()
        self.papers, self.wording = SetupPapersPart(context), WordingPart(context)
        self.choice = PaperChoice(context.preferences)
        self.save_all = button(self.tr("Save all as PDF…"), "plain", "download")
        self.commands = DocumentCommands(context, self)
        self.list_button = button(self.tr("Pairing list…"), "plain", "users")
        self.tracking = TrackingCommands(context, self)
        self.mailing = MailingCommands(context, self)
        self.note_button = button(self.tr("Note…"), "plain", "check")
        self.back_button = button(self.tr("Came back…"), "plain", "inbox")
        self.mail_button = button(self.tr("E-mail…"), "plain", "mail")
        self.save_button = button(self.tr("Save as PDF…"), "plain", "download")
        self.print_button = button(self.tr("Print…"), "primary", "printer")
        self.versions, self.scans = VersionCommands(context, self), ScanCommands(context, self)
        self.pairs = PairsList(context.theme)
        self.model, self.table = self.pairs.model, self.pairs.table
        self.view = PaperView(self, (self.scans.button, self.versions.button))
        self._part = PAIRS
        self._has_plan = self._are_pairs_stale = False
        self._lay_out_page()
        self._wire()
        self.show_part(PAIRS)

    # ---- putting it together --------------------------------------------------------------------

    def _make_parts(self) -> Segments:
        names = {
            PAIRS: self.tr("Pairs"),
            PAPERS: self.tr("Set-up papers"),
            WORDING: self.tr("Wording"),
        }
        return Segments(self.tr("Papers"), names)

    def _lay_out_page(self) -> None:
        self._say_tips()
        self.add_action(self.save_all)
        self.add_action(self.list_button)
        self.add_action(self.mail_button)
        self.add_action(self.save_button)
        self.add_action(self.print_button)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.pairs, 2)
        row.addWidget(self.view.card, 1)
        self._sheets = QStackedWidget()
        self._sheets.addWidget(both)
        self._sheets.addWidget(self._no_programme())
        self._no_pairs = NoPairs()
        self.go_pairing = self._no_pairs.go_pairing
        self.go_pairing.clicked.connect(lambda: self.context.requested.emit("show:pairing"))
        self._sheets.addWidget(self._no_pairs)
        self._sheets.addWidget(self.papers)
        self._sheets.addWidget(self.wording)
        # In a narrow window the second group stands below the first.
        above = FlowLayout(gap=10)
        above.addWidget(self.parts)
        above.addWidget(self._at_the_right(self.note_button, self.back_button, self.choice))
        self.content.addLayout(above)
        self.content.addWidget(self._sheets)

    def _at_the_right(self, *widgets: QWidget) -> QWidget:
        group = QWidget()
        group.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addStretch(1)
        for one in widgets:
            row.addWidget(one)
        return group

    def _say_tips(self) -> None:
        set_tip(self.list_button, self.tr("Every pair on one list, for the sponsor to agree to"))
        set_tip(self.note_button, self.tr("Note that papers were handed out, sent or signed"))
        set_tip(self.back_button, self.tr("Enter the references of agreements that came back"))
        set_tip(self.mail_button, self.tr("Make drafts with each person’s own pack attached"))

    def _no_programme(self) -> QWidget:
        make = button(self.tr("New programme…"), "primary", "plus")
        make.clicked.connect(lambda: self.context.requested.emit("new-programme"))
        return EmptyState(
            "file-text",
            self.tr("Papers belong to a programme"),
            self.tr(
                "Make a programme first; the papers that set it up, and the packs and agreements of"
                " its pairs, are then printed here."
            ),
            make,
        )

    def _wire(self) -> None:
        self.pairs.looked.connect(self._look)
        self.pairs.counted.connect(self._count)
        self.view.wanted.connect(self._show_current)
        self.view.seen.connect(lambda: self.versions.look_at(self.view.paper))
        self.table.menu_asked.connect(lambda at: self.menu().popup(at))
        self.parts.answered.connect(self.show_part)
        self.choice.changed.connect(self._show_again)
        self.commands.issued.connect(self.reload)
        self.commands.reformed.connect(self._show_again)
        self.mailing.issued.connect(self.reload)
        for one in (self.commands, self.mailing, self.papers.commands):
            one.wording_wanted.connect(self.edit_wording)
        self.save_all.clicked.connect(self.papers.save_all)
        self.papers.counted.connect(lambda count: self.save_all.setEnabled(count > 0))
        self.list_button.clicked.connect(lambda: open_pairing_list(self.context, self))
        self.mail_button.clicked.connect(self._mail)
        self.save_button.clicked.connect(lambda: self._ask(Wish.SAVE))
        self.print_button.clicked.connect(lambda: self._ask(Wish.PRINT))
        self.note_button.clicked.connect(self._note)
        self.back_button.clicked.connect(self.tracking.enter_references)
        self.view.save_one.clicked.connect(self.view.doing(self.commands.save))
        self.view.print_one.clicked.connect(self.view.doing(self.commands.print))

    # ---- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        self.wording.outdate()
        # While wording is typed, every paper of every pair becomes another one each second.
        self._are_pairs_stale = self._part == WORDING
        if not self._are_pairs_stale:
            self._reload_pairs()
        self._show_sheet()

    def _reload_pairs(self) -> None:
        self._are_pairs_stale = False
        programme_id, data = self.context.programme_id, self.context.data
        found = [] if programme_id is None else pair_rows(data, programme_id)
        self.view.name_kinds()
        self.pairs.put(found)
        if not found:
            shown = shown_draft(data, programme_id or 0)
            self._no_pairs.say(shown.proposals if shown else 0)
        self._has_plan = bool(found or plans_with_pairs(data, programme_id or 0))
        self.choice.refresh()
        self.papers.outdate()

    def show_part(self, part: str) -> None:
        """Show one of the parts; "" stays with the part that is shown."""
        self._part = part or self._part
        self.parts.put(self._part)
        self.set_title(self.title, self._purpose_of_part())
        if self._part == WORDING:
            self.wording.for_pair(self.view.paper.pair.id if self.view.paper else None)
        self._show_sheet()
        if self._are_pairs_stale and self._part != WORDING:
            self._reload_pairs()
            self._show_sheet()

    def _purpose_of_part(self) -> str:
        if self._part != WORDING:
            return self.tr(
                "Look at papers as they will be printed; print them, or save them as PDF."
            )
        return self.tr(
            "What your papers say. Change a section, and it is printed so from now on; the original"
            " is kept."
        )

    def edit_wording(self, file: str, key: str = "") -> None:
        """Word a section of a document; its first one without a key."""
        self.show_part(WORDING)
        self.wording.look_at(file, key)

    def show_paper(self, key: str) -> None:
        """Look at a set-up paper by its key; of the calls, the one for mentors."""
        self.show_part(PAPERS)
        self.papers.list.look_at("call-mentor" if key == "call" else key)

    def _show_sheet(self) -> None:
        has_programme = self.context.programme_id is not None
        is_pairs = self._part == PAIRS
        if not has_programme:
            sheet = 1
        elif is_pairs:
            sheet = 0 if self.model.everything else 2
        else:
            sheet = 3 if self._part == PAPERS else 4
        self._sheets.setCurrentIndex(sheet)
        self.parts.setVisible(has_programme)
        self.choice.setVisible(has_programme)
        for action in (self.mail_button, self.save_button, self.print_button):
            action.setVisible(is_pairs)
        for one in (self.note_button, self.back_button):
            one.setVisible(sheet == 0)
        self.list_button.setVisible(is_pairs and self._has_plan)
        self.save_all.setVisible(has_programme and self._part == PAPERS)

    def go_to_search(self) -> None:
        self.show_part(PAIRS)
        self.pairs.go_to_search()

    def _look(self) -> None:
        """Look at the paper of the cell that was gone to, or at the same one of another pair."""
        self.view.kind = self.pairs.current_kind or self.view.kind
        self._show_current()

    def _show_current(self) -> None:
        self.scans.look_at(self.pairs.current, self.view.kind)
        self.view.look_at(self.pairs.current, self.choice.form)

    def _show_again(self) -> None:
        """Show what is looked at in another form."""
        self.view.outdate()
        self.choice.refresh()
        self._show_current()
        self.papers.show_again()
        self.wording.show_again()

    def _ask(self, wish: Wish) -> None:
        """Ask what is to be printed or saved: at first for the ticked pairs."""
        self.commands.ask([row.pair.id for row in self.model.ticked], wish)

    def _note(self) -> None:
        """Note something for the ticked pairs: at first of the packs, which are handed out."""
        kinds = [PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK]
        self.tracking.note_for(self.model.ticked, kinds)

    def _mail(self) -> None:
        self.mailing.send([row.pair.id for row in self.model.ticked])

    def _count(self) -> None:
        """Let the buttons do what there is something for."""
        everything, ticked = len(self.model.everything), len(self.model.ticked)
        for one in (self.save_button, self.print_button):
            one.setEnabled(everything > 0)
        for one in (self.mail_button, self.note_button):
            one.setEnabled(ticked > 0)

    def menu(self) -> QMenu:
        """Return the menu of the paper that is looked at."""
        menu = QMenu(self.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        save = menu.addAction(icon("download"), self.tr("Save this one as PDF…"))
        save.triggered.connect(self.view.doing(self.commands.save))
        send = menu.addAction(icon("printer"), self.tr("Print this one…"))
        send.triggered.connect(self.view.doing(self.commands.print))
        self.versions.add_to(menu)
        self.scans.add_to(menu)
        add_wording(menu, self.context, self.view.paper, self.edit_wording, self.reload, self)
        row = self.pairs.current
        if row is not None:
            mail = menu.addAction(icon("mail"), self.tr("E-mail this pair’s packs…"))
            mail.triggered.connect(lambda: self.mailing.send([row.pair.id]))
            menu.addSeparator()
            self.tracking.add_to(menu, row, self.view.kind)
        return menu

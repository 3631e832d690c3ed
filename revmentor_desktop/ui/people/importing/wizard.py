"""The import wizard: from a spreadsheet to people, with everything checked before it is stored."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.people_file.draft import Step, problems
from revmentor_desktop.services.people_import.comparison import Comparison, Fate
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.importing.columns_page import ColumnsPage
from revmentor_desktop.ui.people.importing.file_page import FilePage
from revmentor_desktop.ui.people.importing.header_page import HeaderPage
from revmentor_desktop.ui.people.importing.preview_page import PreviewPage
from revmentor_desktop.ui.people.importing.session import ImportSession
from revmentor_desktop.ui.people.importing.step_page import StepPage
from revmentor_desktop.ui.people.importing.values_page import ValuesPage
from revmentor_desktop.ui.people.importing.words import step_names
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.dialogs import size_within_screen
from revmentor_desktop.ui.widgets.step_list import StepList
from revmentor_desktop.ui.widgets.surfaces import ProblemCard

_STEPS: Final = tuple(Step)
_SIZE: Final = (1160, 720)


class ImportWizard(QDialog):
    """Takes the people of a spreadsheet into the data file and, if there is one, the programme.

    With `path` the file is read at once. Going back loses nothing.
    """

    def __init__(
        self, context: Context, parent: QWidget | None = None, path: Path | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import people"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAcceptDrops(True)
        self._context = context
        self.session = ImportSession(context, self)
        self.file_page = FilePage(self.session, context)
        self.header_page = HeaderPage(self.session)
        self.columns_page = ColumnsPage(self.session, context.theme)
        self.values_page = ValuesPage(self.session, context.theme)
        self.preview_page = PreviewPage(self.session)
        self.pages: dict[Step, StepPage] = dict(
            zip(
                _STEPS,
                (
                    self.file_page,
                    self.header_page,
                    self.columns_page,
                    self.values_page,
                    self.preview_page,
                ),
                strict=True,
            )
        )
        self.steps = StepList(
            self.tr("Import people"),
            self.tr("Nothing is stored before the last step."),
            step_names(),
        )
        self.back = button(self.tr("Back"), icon="arrow-left")
        self.cancel = button(self.tr("Cancel"))
        self.next = button("", "primary")
        self.next.setDefault(True)
        self._problem = ProblemCard()
        self._step = Step.FILE
        self._lay_out()
        self._connect()
        self._show_step()
        self.file_page.take_focus()
        if path is not None:
            self.session.open(path)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._step

    @property
    def problem(self) -> str:
        """What is said to stand in the way, or an empty text."""
        return self._problem.said

    def go_to(self, step: Step) -> None:
        """Show a step; the last one first finds out what the import would do."""
        self._step = step
        self._show_step()
        if step is Step.PREVIEW:
            self.session.compare()
        self.pages[step].take_focus()

    def reject(self) -> None:
        """Stop; ask first when the officer's own work would be lost."""
        if self.session.is_edited and not self._context.prompts.confirm(
            self.tr("Stop this import?"),
            self.tr("Nothing is stored. What you mapped and mended here is lost."),
            self.tr("Stop the import"),
        ):
            return
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_of(event) is not None:
            event.acceptProposedAction()
            self.file_page.aim(aimed=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.file_page.aim(aimed=False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.file_page.aim(aimed=False)
        path = _file_of(event)
        if path is not None:
            event.acceptProposedAction()
            self._step = Step.FILE
            self.session.open(path)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.next)
        side = QVBoxLayout()
        side.setContentsMargins(28, 24, 28, 20)
        side.setSpacing(12)
        side.addWidget(self._stack, 1)
        side.addWidget(self._problem)
        side.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.steps)
        layout.addLayout(side, 1)
        size_within_screen(self, *_SIZE)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.go_to(_STEPS[_STEPS.index(self._step) - 1]))
        self.next.clicked.connect(self._go_on)
        self.cancel.clicked.connect(self.reject)
        self.steps.asked.connect(self.go_to)
        self.session.changed.connect(self._take_draft)
        self.session.compared.connect(self._show_step)
        self.session.failed.connect(self._show_failure)

    def _go_on(self) -> None:
        if self._step is Step.PREVIEW:
            self._import()
        else:
            self.go_to(_STEPS[_STEPS.index(self._step) + 1])

    def _take_draft(self) -> None:
        self._show_step()
        if self._step is Step.PREVIEW:
            self.session.compare()

    def _reachable(self) -> frozenset[Step]:
        """Return the steps that nothing before them stands in the way of."""
        blocked = [_STEPS.index(problem.step) for problem in problems(self.session.draft)]
        last = min(blocked, default=len(_STEPS) - 1)
        return frozenset(_STEPS[: last + 1])

    def _show_step(self) -> None:
        reachable = self._reachable()
        self.pages[self._step].refresh()
        self._stack.setCurrentWidget(self.pages[self._step])
        self.steps.show_step(self._step, reachable)
        self.back.setVisible(self._step is not Step.FILE)
        found = [p for p in problems(self.session.draft) if p.step is self._step]
        is_first = self._step is Step.FILE and self.session.source is None
        self._problem.say(
            "" if is_first or not found else sentence(found[0].code, dict(found[0].params))
        )
        self._show_next(is_blocked=bool(found))

    def _show_next(self, *, is_blocked: bool) -> None:
        if self._step is not Step.PREVIEW:
            following = _STEPS[_STEPS.index(self._step) + 1]
            set_button_text(self.next, self.tr("Next: {0}").format(step_names()[following]))
            self.next.setEnabled(not is_blocked)
            return
        comparison = self.session.comparison
        set_button_text(self.next, self._verb(comparison))
        self.next.setEnabled(comparison is not None and comparison.changes_anything)

    def _verb(self, comparison: Comparison | None) -> str:
        if comparison is None:
            return self.tr("Import")
        if not comparison.changes_anything:
            return self.tr("Nothing to import")
        count = comparison.counts[Fate.ADDED] + comparison.counts[Fate.UPDATED]
        if count == 0:
            return self.tr("Link line managers")
        if count == 1:
            return self.tr("Import 1 person")
        return self.tr("Import {0} people").format(count)

    def _show_failure(self, error: KnownError) -> None:
        self._problem.say(sentence(error.code, error.params))

    def _import(self) -> None:
        words = self.tr("Import from {0}").format(self.session.draft.file_name)
        self.session.take_in(words, self._imported)

    def _imported(self, done: Comparison) -> None:
        counts = done.counts
        said = self.tr("People added: {0}, changed: {1}. Rows left out: {2}.").format(
            counts[Fate.ADDED], counts[Fate.UPDATED], counts[Fate.LEFT_OUT]
        )
        if done.newly_managed:
            said += " " + self.tr("Line managers linked: {0}.").format(len(done.newly_managed))
        self._context.offer_undo(said)
        self.accept()


def _file_of(event: QDropEvent) -> Path | None:
    """Return the one local file that is dragged, or None."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None

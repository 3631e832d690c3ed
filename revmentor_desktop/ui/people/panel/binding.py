"""A field of the panel: which value it stands for, and what is typed but not stored yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.people.panel.editors import Editor
from revmentor_desktop.ui.widgets.fields import LabelledField

Store = Callable[[DataFile, int, int, Any], None]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """Where a field's value lives, and what it is called.

    `noun` completes "Change Helen Ward's …". `of_part`: the value belongs to the person's part in
    the programme, not to the person. `read` takes it out of the details, `write` puts it in; what
    is no attribute of the details has its own way to be stored, by programme and person id.
    `said` gives what is to be said once a value is stored, if anything.
    """

    key: str
    label: str
    noun: str
    read: Callable[[Any], Any]
    write: Callable[[Any, Any], Any]
    of_part: bool = False
    help_text: str = ""
    store: Store | None = None
    said: Callable[[Any], str] = lambda _value: ""


def attribute(
    key: str, label: str, noun: str, *, of_part: bool = False, help_text: str = ""
) -> FieldSpec:
    """Return the spec of a field that is one attribute of the details."""

    def read(details: Any) -> Any:
        return getattr(details, key)

    def write(details: Any, value: Any) -> Any:
        return replace(details, **{key: value})

    return FieldSpec(key, label, noun, read, write, of_part, help_text)


def not_an_attribute(_details: Any, _value: Any) -> Any:
    """Take the place of `FieldSpec.write` for what has its own way to be stored."""
    raise NotImplementedError("this has its own way to be stored")


class Binding:
    """Ties an editor to the stored value. What is typed stays until it is stored or taken back."""

    def __init__(self, spec: FieldSpec, editor: Editor) -> None:
        self.spec = spec
        self.editor = editor
        self.box = LabelledField(spec.label, editor.widget, spec.help_text)
        self.storing = False
        self._stored: Any = None

    @property
    def dirty(self) -> bool:
        """Whether what is typed is not what is stored."""
        return bool(self.editor.problem()) or self.editor.value() != self._stored

    @property
    def problem(self) -> str:
        """What the field says is wrong, or an empty text."""
        return self.box.problem

    def show(self, details: Any) -> None:
        """Show the stored value of another person, forgetting what was typed."""
        self._stored = self.spec.read(details)
        self.editor.put(self._stored)
        self.complain("")

    def follow(self, details: Any) -> None:
        """Take note of the value now stored; what is half typed stays as it is."""
        typing = self.dirty and not self.storing
        self._stored = self.spec.read(details)
        if not typing:
            self.editor.put(self._stored)
            self.complain("")

    def take_back(self) -> None:
        """Show the stored value again instead of what was typed."""
        self.editor.put(self._stored)
        self.complain("")

    def complain(self, problem: str) -> None:
        """Say beside the field what is wrong, or with an empty text that nothing is."""
        if problem != self.box.problem:
            self.box.show_problem(problem)

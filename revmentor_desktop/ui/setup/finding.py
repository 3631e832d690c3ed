"""Finding the field of a page that a problem is about."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from revmentor_desktop.domain.plan.cleaning import WORDS, limit_of
from revmentor_desktop.services.setup.problem_words import field_label
from revmentor_desktop.ui.widgets.growing import GrowingText
from revmentor_desktop.ui.widgets.tags import TagField


def field_with_long_text(page: QWidget, name: str) -> QWidget | None:
    """Return the field of a page that holds too long a text, as `name` leads to it in a plan.

    One that is called like the text on the page comes first; the first too long one else.
    """
    limit = limit_of(name)
    found = [field for field in _fields(page, name) if len(_longest(field)) > limit]
    label = field_label(name)
    found.sort(key=lambda field: field.accessibleName() != label)
    return next(iter(found), None)


def _fields(page: QWidget, name: str) -> list[QWidget]:
    if name in WORDS:
        return list(page.findChildren(TagField))
    return [*page.findChildren(GrowingText), *page.findChildren(QLineEdit)]


def _longest(field: QWidget) -> str:
    if isinstance(field, TagField):
        return max(field.values(), key=len, default="")
    return field.text() if isinstance(field, GrowingText | QLineEdit) else ""

"""Errors that the program knows: a code and what fills its sentence, never the sentence itself."""

from __future__ import annotations


class KnownError(Exception):
    """Something the officer can be told about, as opposed to a mistake of ours.

    `code` names the sentence in ``resources/content/messages.toml``; `params` fill its blanks.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class InvalidField(KnownError):
    """A field's text cannot be stored as it is; `field` names the attribute it was meant for."""

    def __init__(self, field: str, code: str, **params: object) -> None:
        super().__init__(code, **params)
        self.field = field

"""Rules of this project that no ready-made tool knows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

FILE_LINES: Final = 400
FUNCTION_LINES: Final = 50

SOURCES: Final = ("revmentor_desktop", "tests", "devtools", "benchmarks", "packaging", ".")
"""Folders whose Python is looked at, with all below them; of the checkout itself only its files."""

PLAIN_TEXT_FACTORIES: Final = ("revmentor_desktop/ui/widgets/", "revmentor_desktop/ui/prompts.py")
"""Where what follows may be used: nowhere else, for it takes a person's text for HTML."""
RICH_TEXT: Final = {
    "QLabel": "plain_label() or PlainLabel of ui/widgets",
    "QMessageBox": "Prompts of ui/prompts.py",
    "QToolTip": "set_tip() of ui/widgets",
    "setToolTip": "set_tip() of ui/widgets",
    "setWhatsThis": "set_tip() of ui/widgets",
}


STRAIGHT: Final = re.compile(r"[A-Za-z]'[A-Za-z]|^'s\b")
"""An apostrophe as a keyboard has it; what people read has ’."""


def problems(root: Path) -> list[str]:
    """Return every breach of the rules below `root`, each as "path:line: what is wrong"."""
    return [problem for path in _sources(root) for problem in _problems_of(path, root)]


def _sources(root: Path) -> Iterator[Path]:
    for folder in SOURCES:
        yield from sorted((root / folder).glob("*.py" if folder == "." else "**/*.py"))


def _problems_of(path: Path, root: Path) -> Iterator[str]:
    place = path.relative_to(root).as_posix()
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text, place)
    length = text.count("\n")
    if length > FILE_LINES:
        yield f"{place}:1: {length} lines; a file has at most {FILE_LINES}"
    yield from (f"{place}:{line}: {words}" for line, words in _long_functions(tree))
    if place.startswith("revmentor_desktop/"):
        yield from (f"{place}:{line}: {words}" for line, words in _straight_apostrophes(tree))
    if place.startswith("revmentor_desktop/") and not place.startswith(PLAIN_TEXT_FACTORIES):
        yield from (f"{place}:{line}: {words}" for line, words in _rich_text(tree))


def _long_functions(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield node.lineno, f"{node.name} has {length} lines; at most {FUNCTION_LINES}"


def _straight_apostrophes(tree: ast.Module) -> Iterator[tuple[int, str]]:
    nodes = list(ast.walk(tree))
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)) if id(node) not in docstrings:
                if STRAIGHT.search(text):
                    yield node.lineno, "a straight apostrophe; people read ’"


def _rich_text(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        for used in _used(node):
            name = _last_name(used)
            if name in RICH_TEXT:
                yield used.lineno, f"{name} reads text as HTML; use {RICH_TEXT[name]}"


def _used(node: ast.AST) -> list[ast.expr]:
    """Return what `node` calls, takes an attribute of, or derives a class from."""
    match node:
        case ast.Call(func=used) | ast.Attribute(value=used):
            return [used]
        case ast.ClassDef(bases=bases):
            return bases
    return []


def _last_name(expression: ast.expr) -> str:
    match expression:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""

"""What stands in the checkout and is used by nothing: names, icons, colours and styles.

Told by name alone, over all files together: a name counts as used wherever something else is
called the same. So it finds less than there is, and what it finds is really unused.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Final

_PROGRAM: Final = ("revmentor_desktop", "devtools", "benchmarks", "packaging", ".")
_QT_CALLS: Final = frozenset({"paint", "clone"})
"""Methods that Qt calls by itself; the others of that kind have a capital in their name."""
_PLAIN_DECORATORS: Final = frozenset(
    {"abstractmethod", "cache", "classmethod", "contextmanager", "property", "staticmethod"}
    | {"fixture"}
)
"""Decorated otherwise, a function is called by whoever decorates it."""
_ROLE: Final = re.compile(r'\[(\w+)(?:="([^"]*)")?\]')
"""How a style sheet asks for a property of a widget."""
_SWITCH: Final = frozenset({"", "true"})

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_Nodes = dict[str, list[ast.AST]]
"""Everything that stands in a file, by its place."""


def problems(root: Path) -> list[str]:
    """Return what is unused below `root`, each as "path:line: what it is" or "path: what"."""
    program, tests = _nodes(root, _PROGRAM), _nodes(root, ("tests",))
    in_program = _names(program.values())
    everywhere = in_program | _names(tests.values())
    return [
        *(f"{one}: used by tests alone, or by nobody" for one in _idle(program, in_program)),
        *(f"{one}: used by nobody" for one in _idle(tests, everywhere)),
        *_idle_resources(root / "resources", Texts(program.values())),
    ]


class Texts:
    """The texts in a program, also those that it puts together."""

    def __init__(self, files: Iterable[list[ast.AST]]) -> None:
        self._whole: set[str] = set()
        self._made: set[str] = set()
        for node in chain.from_iterable(files):
            match node:
                case ast.Constant(value=str(text)):
                    self._whole.add(text)
                case ast.JoinedStr():
                    self._made.add(_pattern(node))

    def __contains__(self, text: str) -> bool:
        return text in self._whole or any(re.fullmatch(made, text) for made in self._made)


def _pattern(text: ast.JoinedStr) -> str:
    """Return what an f-string can become; one without two letters of its own becomes nothing."""
    parts = [part.value if isinstance(part, ast.Constant) else None for part in text.values]
    if not any(isinstance(part, str) and re.search(r"\w\w", part) for part in parts):
        return r"(?!)"
    return "".join(".+" if part is None else re.escape(str(part)) for part in parts)


def _nodes(root: Path, folders: Iterable[str]) -> _Nodes:
    return {
        path.relative_to(root).as_posix(): list(ast.walk(ast.parse(path.read_text("utf-8"))))
        for folder in folders
        for path in sorted((root / folder).glob("*.py" if folder == "." else "**/*.py"))
    }


# ---- names --------------------------------------------------------------------------------------


def _idle(files: _Nodes, used: set[str]) -> Iterator[str]:
    for place, nodes in files.items():
        for name, line in _defined(nodes):
            if name not in used:
                yield f"{place}:{line}: {name}"


def _defined(nodes: list[ast.AST]) -> Iterator[tuple[str, int]]:
    """Yield the functions, methods, classes and constants that something has to name."""
    for node in nodes:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                if not _is_called_by_others(node):
                    yield node.name, node.lineno
            case ast.Module(body=statements):
                yield from chain.from_iterable(map(_constants, statements))


def _constants(statement: ast.stmt) -> Iterator[tuple[str, int]]:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            if name.isupper():
                yield name, statement.lineno


def _is_called_by_others(node: _Definition) -> bool:
    name = node.name
    of_qt = name in _QT_CALLS or (name[0].islower() and not name.islower())
    of_tools = name.startswith(("__", "test_", "pytest_"))
    return of_qt or of_tools or not {_last(one) for one in node.decorator_list} <= _PLAIN_DECORATORS


def _names(files: Iterable[list[ast.AST]]) -> set[str]:
    return {name for node in chain.from_iterable(files) for name in _named(node)}


def _named(node: ast.AST) -> tuple[str, ...]:
    """Return what a node uses by name; a fixture is used by the name of a parameter."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name, ctx=ast.Load()):
            return (name,)
        case ast.arg(arg=name):
            return (name,)
        case ast.Constant(value=str(text)):
            # Asked for by name, such as a fixture of `usefixtures` or "package.module:main".
            return (text, *text.split(":"), *text.split("."))
    return ()


def _last(expression: ast.expr) -> str:
    match expression:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


# ---- resources ----------------------------------------------------------------------------------


def _idle_resources(resources: Path, texts: Texts) -> Iterator[str]:
    sheet = resources / "themes" / "style.qss"
    style = sheet.read_text(encoding="utf-8") if sheet.exists() else ""
    for icon in sorted(resources.glob("icons/*.svg")):
        if icon.stem not in texts:
            yield f"resources/icons/{icon.name}: shown nowhere"
    for palette in sorted(resources.glob("themes/*.toml")):
        for colour in tomllib.loads(palette.read_text(encoding="utf-8")):
            if colour not in texts and not re.search(rf"@{colour}\b", style):
                yield f"resources/themes/{palette.name}: {colour}: a colour of nothing"
    for line, words in enumerate(style.splitlines(), start=1):
        for name, value in _ROLE.findall(words):
            if name not in texts or (value not in _SWITCH and value not in texts):
                yield f"resources/themes/style.qss:{line}: [{name}={value}]: no widget is that"

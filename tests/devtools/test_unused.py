"""What nothing uses is found by a check."""

from __future__ import annotations

from pathlib import Path

import pytest

from devtools import unused


def found(root: Path, **texts: str) -> list[str]:
    """Return what is unused in a checkout of these files ("__" in a name stands for a folder)."""
    for name, text in texts.items():
        path = root / "revmentor_desktop" / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return unused.problems(root)


@pytest.mark.parametrize(
    "text",
    [
        "def f(): pass",
        "async def f(): pass",
        "class f: pass",
        "F = 1",
        "F: int = 1",
        "from a import f\n\n\ndef f(): pass",
        "class One:\n    def f(self): pass\n\n\nprint(One)",
        "class One:\n    @property\n    def f(self): pass\n\n\nprint(One)",
    ],
)
def test_what_is_named_nowhere_is_found(tmp_path: Path, text: str) -> None:
    (problem,) = found(tmp_path, one=text)
    assert problem.startswith("revmentor_desktop/one.py:")
    assert problem.split(": ")[1].lower() == "f"


@pytest.mark.parametrize(
    "use",
    ["f()", "one.f", "print(f)", "go(getattr(one, 'f'))", "SCRIPT = 'one:f'\nprint(SCRIPT)"],
)
def test_what_is_named_somewhere_is_not(tmp_path: Path, use: str) -> None:
    assert found(tmp_path, one="def f(): pass", two=use) == []


def test_what_qt_and_other_tools_call_by_themselves_needs_no_other_caller(tmp_path: Path) -> None:
    text = """
class View:
    def __init__(self): pass
    def keyPressEvent(self, event): pass
    def paint(self, painter): pass
    @field_validator("x")
    def checked(cls, value): pass


print(View)
"""
    assert found(tmp_path, one=text) == []


def test_what_only_tests_use_is_found(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_one.py").write_text("def test_f():\n    f()\n", encoding="utf-8")
    assert found(tmp_path, one="def f(): pass") == [
        "revmentor_desktop/one.py:1: f: used by tests alone, or by nobody"
    ]


def test_tests_have_no_idle_helpers_and_fixtures(tmp_path: Path) -> None:
    text = """
import pytest

@pytest.fixture
def taken(): pass

@pytest.fixture
def idle(): pass

@pytest.fixture(autouse=True)
def always(): pass

def helper(): pass

def test_it(taken): pass
"""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_one.py").write_text(text, encoding="utf-8")
    assert found(tmp_path) == [
        "tests/test_one.py:8: idle: used by nobody",
        "tests/test_one.py:13: helper: used by nobody",
    ]


def test_icons_colours_and_styles_of_nothing_are_found(tmp_path: Path) -> None:
    resources = tmp_path / "resources"
    for folder in ("icons", "themes"):
        (resources / folder).mkdir(parents=True)
    for name in ("house", "row-up", "gone"):
        (resources / "icons" / f"{name}.svg").touch()
    (resources / "themes" / "light.toml").write_text("ink = 1\npaper = 2\nold = 3\n")
    (resources / "themes" / "style.qss").write_text(
        'QLabel[role="title"] { color: @ink; }\n'
        'QLabel[role="number-big"] { color: @ink; }\n'
        'QLabel[wide="true"], QLabel[wide] { color: @ink; }\n'
        'QLabel[role="lost"] { color: @ink; }\n'
        'QLabel[state="true"] { color: @ink; }\n'
    )
    program = (
        "icon('house')\nicon(f'row-{way}')\ncolour('paper')\n"
        "style(role='role', value='title')\nstyle('role', f'number-{kind}')\nstyle('wide', True)\n"
    )
    assert found(tmp_path, one=program) == [
        "resources/icons/gone.svg: shown nowhere",
        "resources/themes/light.toml: old: a colour of nothing",
        "resources/themes/style.qss:4: [role=lost]: no widget is that",
        "resources/themes/style.qss:5: [state=true]: no widget is that",
    ]

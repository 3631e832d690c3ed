"""The rules of the house are kept by a check that finds every breach."""

from __future__ import annotations

from pathlib import Path

import pytest

from devtools import house_rules


def checked(root: Path, place: str, text: str) -> list[str]:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return house_rules.problems(root)


def test_a_file_of_400_lines_passes_and_one_of_401_does_not(tmp_path: Path) -> None:
    assert checked(tmp_path, "revmentor_desktop/long.py", "x = 1\n" * 400) == []
    assert checked(tmp_path, "revmentor_desktop/long.py", "x = 1\n" * 401) == [
        "revmentor_desktop/long.py:1: 401 lines; a file has at most 400"
    ]


def test_a_function_of_50_lines_passes_and_one_of_51_does_not(tmp_path: Path) -> None:
    body = "    x = 1\n"
    assert checked(tmp_path, "tests/test_x.py", "def f():\n" + body * 49) == []
    assert checked(tmp_path, "tests/test_x.py", "\n\ndef f():\n" + body * 50) == [
        "tests/test_x.py:3: f has 51 lines; at most 50"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "QLabel(name)",
        "QtWidgets.QLabel(name)",
        "class NameLabel(QLabel): pass",
        "QMessageBox.warning(None, '', name)",
        "QMessageBox()",
        "button.setToolTip(name)",
        "QToolTip.showText(point, name)",
    ],
)
def test_what_reads_text_as_html_is_used_in_widgets_and_prompts_alone(
    tmp_path: Path, line: str
) -> None:
    breaches = checked(tmp_path, "revmentor_desktop/ui/people/page.py", f"x = 1\n{line}\n")
    assert [breach.split(" ")[0] for breach in breaches] == [
        "revmentor_desktop/ui/people/page.py:2:"
    ]
    (tmp_path / "revmentor_desktop/ui/people/page.py").unlink()
    assert checked(tmp_path, "revmentor_desktop/ui/widgets/text.py", line) == []
    assert checked(tmp_path, "revmentor_desktop/ui/prompts.py", line) == []


def test_naming_a_label_in_a_type_is_no_breach(tmp_path: Path) -> None:
    text = "def f(label: QLabel) -> QLabel:\n    return page.findChild(QLabel)\n"
    assert checked(tmp_path, "revmentor_desktop/ui/page.py", text) == []


def test_files_of_the_checkout_itself_are_looked_at_but_not_its_other_folders(
    tmp_path: Path,
) -> None:
    long = "x = 1\n" * 401
    assert checked(tmp_path, ".venv/lib/other.py", long) == []
    assert checked(tmp_path, "dev.py", long) == ["dev.py:1: 401 lines; a file has at most 400"]


@pytest.mark.parametrize("line", ['say("It\'s here")', 'say(f"{name}\'s pair")', 'x = "O\'Neil"'])
def test_a_straight_apostrophe_is_found_in_texts(tmp_path: Path, line: str) -> None:
    place = "revmentor_desktop/ui/page.py"
    assert checked(tmp_path, place, line + "\n") == [
        f"{place}:1: a straight apostrophe; people read ’"
    ]
    assert checked(tmp_path, place, line.replace("'", "’") + "\n") == []


def test_apostrophes_of_docstrings_and_of_sql_are_left_alone(tmp_path: Path) -> None:
    text = '"""The officer\'s list."""\nask("SELECT 1 WHERE role = \'mentor\' AND x")\n'
    assert checked(tmp_path, "revmentor_desktop/services/page.py", text) == []

"""The log: what and where, one line each, private, and never what people typed."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.people.reading import person
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.logs import places, start_log

LOG = logging.getLogger("revmentor_desktop.test")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The folder of a log that has been started, and is ended with the test."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    start_log(tmp_path / "logs")
    yield tmp_path / "logs"
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def lines(folder: Path) -> list[str]:
    return (folder / "revmentor.log").read_text(encoding="utf-8").splitlines()


def test_no_text_can_pass_itself_off_as_a_record(folder: Path) -> None:
    LOG.warning("opened %s", "name\r\n2027-01-01 00:00:00,000 ERROR root: forged")
    (line,) = lines(folder)
    assert line.endswith("name\\r\\n2027-01-01 00:00:00,000 ERROR root: forged")


def test_an_exception_leaves_its_type_and_place_and_not_its_words(folder: Path) -> None:
    try:
        raise ValueError("Mei Brown <mei@example.org>")
    except ValueError:
        LOG.exception("could not")
    (line,) = lines(folder)
    assert "ValueError at test_logs.py:" in line
    assert "Mei" not in line


def test_the_places_of_an_exception_are_named_without_folders(data: DataFile) -> None:
    with pytest.raises(KnownError) as raised:
        person(data, 1)
    found = places(raised.value.__traceback__)
    assert found[0].startswith("services/people/reading.py:")
    assert found[-1].startswith("test_logs.py:")


def test_a_lone_surrogate_does_not_stop_the_log(folder: Path) -> None:
    # Given to the log's own handler: what pytest captures has to go through a pipe as UTF-8.
    odd = LOG.makeRecord(LOG.name, logging.WARNING, __file__, 1, "odd \udcff", (), None)
    (handler,) = (h for h in logging.getLogger().handlers if isinstance(h, RotatingFileHandler))
    handler.handle(odd)
    assert lines(folder)[0].endswith("odd \\udcff")


@pytest.mark.skipif(os.name == "nt", reason="permissions are set otherwise on Windows")
def test_the_log_is_private(folder: Path) -> None:
    LOG.warning("here")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_where_no_log_can_be_the_warnings_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    start_log(tmp_path / "logs")
    LOG.info("quiet")
    LOG.warning("aloud")
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
    root.setLevel(level)
    said = capsys.readouterr().err
    assert "aloud" in said
    assert "quiet" not in said

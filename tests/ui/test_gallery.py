from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from revmentor_desktop.services.programmes.reading import programmes
from revmentor_desktop.services.sample import add_sample
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.gallery import SIZE, save_pages
from revmentor_desktop.ui.registry import page_kinds


@pytest.fixture(autouse=True)
def own_font(qapp: QApplication) -> Iterator[None]:
    font = qapp.font()
    yield
    qapp.setFont(font)


def shades(picture: QImage) -> int:
    """How many different colours stand along the middle of a picture."""
    middle = picture.height() // 2
    return len({picture.pixel(x, middle) for x in range(picture.width())})


def test_a_picture_of_every_page_is_saved_and_the_data_file_stays_open(
    data: DataFile, tmp_path: Path
) -> None:
    add_sample(data)
    saved = save_pages(data, tmp_path / "pages")
    assert [path.stem for path in saved] == [f"page-{kind.name}" for kind in page_kinds()]
    for path in saved:
        picture = QImage(str(path))
        assert picture.size() == SIZE
        assert shades(picture) > 3
    assert len(programmes(data)) == 1

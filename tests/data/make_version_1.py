"""Makes version_1.revmentor, a data file of the first release: python -m tests.data.make_version_1

Run once, before that release; the file must open in every later one, so it is made of the first
migration and literal SQL, whatever the program has become since. Every column of every table has
something in it.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from revmentor_desktop.storage.connection import APPLICATION_ID, connect
from revmentor_desktop.storage.keys import KeyFile, data_key
from revmentor_desktop.storage.migrations.steps import MIGRATIONS, migrate

FILE: Final = Path(__file__).with_name("version_1.revmentor")
KEY_FILE: Final = FILE.with_name(FILE.name + ".key")
PASSPHRASE: Final = "harbour lantern tuesday"
RECOVERY_CODE: Final = "0010-81G8-1860-W40J-2GB1-G6GW-3RTP"
SEED: Final = bytes(range(0, 32, 2))
SALT: Final = bytes(range(1, 32, 2))

_CONTENT: Final = (
    "INSERT INTO setting VALUES (1, 'organisation', 'Harbour Care')",
    """INSERT INTO person VALUES
    (1, 'David', 'Price', 'david.price@harbour-care.example', 'Chief Executive', 'Executive',
     'Harbour House', NULL, 'The Board', '9', '2016-04-04', '[]', '["Plain English"]',
     '["tue_am", "thu_pm"]', 'in_person', '["brass bands"]', 'I learn best by walking round.', 1),
    (2, 'Zoë', 'O''Neil', 'zoe.oneil@harbour-care.example', 'Care worker', 'Home care', 'North',
     3, '', '3', '2022-09-01', '["Video", "Żubr & Sons"]', '[]', '["fri_am"]', 'video', '["chess"]',
     'Two' || char(10) || 'lines, <b>not bold</b>.', 0),
    (3, 'Łukasz', 'Ward', '', 'Team leader', 'Home care', 'North', NULL, '', '5', NULL, '["Rotas"]',
     '["Budgets"]', '[]', NULL, '[]', '', 0),
    (8, '李', '', 'li@harbour-care.example', '', '', '', NULL, '', '', NULL, '[]', '[]', '[]',
     'either', '[]', '', 0)""",
    """INSERT INTO programme VALUES
    (1, 'Front-line voices 2027', 'Leaders hear it first', '2027-01-19', 6, 60, 4, 1),
    (2, 'Empty', '', NULL, 52, 240, 26, 0)""",
    """INSERT INTO participation VALUES
    (1, 1, 1, 'mentee', 'confirmed', 1, 'To listen', 'Prefers mornings', '2026-11-02', 1),
    (2, 1, 2, 'mentor', 'confirmed', 2, '', '', NULL, NULL),
    (3, 1, 3, 'mentor', 'paused', 1, '', '', NULL, 0)""",
    "INSERT INTO exclusion VALUES (1, 3, 1), (2, 3, 8)",
    "INSERT INTO pair VALUES (42, 1, 2, 1, '2026-12-01')",
    """INSERT INTO import_mapping VALUES ('name|e-mail', '{"name": "full_name"}')""",
)


def make() -> None:
    """Write the file and its key file anew."""
    FILE.unlink(missing_ok=True)
    with contextlib.closing(connect(FILE, data_key(SEED), SALT)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, MIGRATIONS[:1])
        for statement in _CONTENT:
            connection.execute(statement)
    key_file = KeyFile.wrap(SALT.hex(), SEED, PASSPHRASE)
    KEY_FILE.write_text(key_file.to_json(), encoding="utf-8")


if __name__ == "__main__":
    make()

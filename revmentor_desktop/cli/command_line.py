"""``revmentor [--data FILE] [--json] VERB …``: one verb is run, and its answer printed.

Exit status 0, or 1 with one sentence on standard error.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from revmentor_desktop.cli.parser import parser
from revmentor_desktop.cli.verb import Answer
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.system.logs import start_log
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.system.paths import Paths


def main(arguments: Sequence[str], paths: Paths) -> int:
    """Run one verb; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Names have letters that a pipe's own encoding may lack, on Windows above all.
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        options = parser().parse_args(arguments)
        answer: Answer = options.run(options, paths)
    except KnownError as error:
        return _refused(error)
    except KeyboardInterrupt:
        return _refused(KnownError("stopped"))
    except Exception:
        # The last door: a mistake of ours is one sentence too, with its place in the log.
        start_log(paths.logs)
        logging.getLogger(__name__).exception("a command failed")
        return _refused(KnownError("command-failed", folder=paths.logs))
    return _say(answer, as_json=options.json)


def _say(answer: Answer, *, as_json: bool) -> int:
    """Print an answer; return the exit status."""
    try:
        if as_json:
            print(json.dumps(answer.values, ensure_ascii=False, indent=2, default=str))
        for line in () if as_json else answer.lines:
            print(line)
        sys.stdout.flush()
    except OSError as error:
        # What could not be printed would be tried again at the end, and told about.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return 0  # whoever listened has heard enough; what was asked for is done
        return _refused(KnownError("answer-unsaid", reason=error.strerror))
    return 0


def _refused(error: KnownError) -> int:
    print(sentence(error.code, error.params), file=sys.stderr)
    return 1

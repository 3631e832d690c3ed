"""``revmentor letters``: a letter to everybody whom it concerns, as e-mail drafts."""

from __future__ import annotations

import argparse

from revmentor_desktop.cli.arguments import add_out, add_programme
from revmentor_desktop.cli.opening import opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.letters import WITH_PAPERS
from revmentor_desktop.domain.plan.communications import LETTERS
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.programmes.reading import programme_named
from revmentor_desktop.system.paths import Paths


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    choices = [key for key in LETTERS if key not in WITH_PAPERS]
    words = f"which letter: {', '.join(choices)}"
    parser.add_argument("--letter", required=True, choices=choices, metavar="KEY", help=words)
    words = "who signs, kept for later letters"
    parser.add_argument("--signed-by", metavar="NAME", help=words)
    words = "how to reach them, kept for later letters"
    parser.add_argument("--contact", metavar="TEXT", help=words)
    add_out(parser)
    add_programme(parser)


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    from revmentor_desktop.services.letters.files import ready, write_drafts
    from revmentor_desktop.services.letters.reading import CONTACT, SENDER, mailing
    from revmentor_desktop.services.letters.writing import save_sender

    with opened(options, paths) as data:
        programme = programme_named(data, options.programme)
        found = mailing(data, programme.id, options.letter)
        if options.signed_by is not None or options.contact is not None:
            before = (found.words.get(SENDER, ""), found.words.get(CONTACT, ""))
            given = (options.signed_by, options.contact)
            save_sender(
                data,
                programme.id,
                *(old if new is None else new for old, new in zip(before, given, strict=True)),
            )
            found = mailing(data, programme.id, options.letter)
        if not found.recipients:
            raise KnownError("letters-nobody", title=found.letter.title)
        named = [one for one in found.recipients if one.id > 0] or list(found.recipients)
        letters = ready(found, named)
        files = run_to_end(write_drafts(letters, options.out))
    left = {
        one.recipient.name: [*one.filled.empty, *one.filled.unknown]
        for one in letters
        if not one.filled.is_whole
    }
    lines = [
        *map(str, files),
        *(f"{name}: not written, {', '.join(of)}" for name, of in left.items()),
    ]
    return Answer(lines, {"files": files, "left_out": left})


VERB = Verb(
    name="letters",
    words="write a letter to everybody whom it concerns as e-mail drafts",
    add_arguments=_add_arguments,
    run=_run,
)

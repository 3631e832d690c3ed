"""What is wrong with a text: each check takes words and returns what it found, or nothing."""

from __future__ import annotations

import re
from typing import Final

Found = list[str]

_BLANK: Final = re.compile(r"\{([^{}]*)\}")


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


# ------------------------------------------------------------------------------------ blanks, signs


def unknown_blanks(text: str, known: frozenset[str]) -> Found:
    """Blanks that the loader does not know, and braces that make no blank."""
    unknown = [name for name in _BLANK.findall(text) if name not in known]
    return unknown + re.findall(r"[{}]", _BLANK.sub("", text))


def signs(text: str) -> Found:
    """Signs of documents/wording.py, in texts that nobody reads for signs."""
    return re.findall(r"\*\*|\[\[|\]\]|_{3,}", text)


_HALF_FILLED: Final = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+|lorem|ipsum|dolor sit|placeholder)\b"
    r"|\?\?+|<[^<>]+>|\[(?!\[)[^\[\]]*\](?!\])",
    re.IGNORECASE,
)
_LEFT_OPEN: Final = re.compile(r"(?:…|\.\.\.|[,;–]|\b(?:and|or|the))$", re.IGNORECASE)


def half_filled(text: str) -> Found:
    """A text that is empty, unfinished, or holds somebody's note to themselves."""
    if not text.strip():
        return ["nothing"]
    return _HALF_FILLED.findall(text) + _LEFT_OPEN.findall(text.strip())


# ------------------------------------------------------------------------------------ spelling

_OUR: Final = (
    "arb|ard|behavi|cand|clam|col|demean|endeav|fav|flav|glam|harb|hon|hum|lab|neighb|odor|parl"
    "|ranc|rig|rum|sav|splend|tum|val|vap|vig"
)
_DOUBLED: Final = "cancel|channel|counsel|fuel|label|level|model|quarrel|signal|total|travel|tunnel"
_AMERICAN: Final = _any_of(
    rf"(?:dis)?(?:{_OUR})or(?:s|ed|ing|ful|able|al|ite|ites|hood|hoods|ly)?",
    r"(?!priz|seiz|capsiz|resiz|downsiz)\w{2,}(?:iz|yz)(?:e|es|ed|er|ers|ing)",
    r"\w+ization\w*|organiz\w+",
    r"(?:calib|cent|fib|lit|lust|somb|spect|theat)er(?:s|ed)?",
    rf"(?:{_DOUBLED})(?:ed|ing|er|ers|or|ors)",
    r"(?:def|off|pret)enses?",
    r"(?:a|an|the|this|your|our|my|driving|no) licenses?|to practice|practic(?:ed|ing)",
    r"fulfills?|enrolls?|enrollments?|installments?|skillful\w*|willful\w*",
    r"acknowledgments?|aging|airplanes?|analogs?|anemia|artifacts?|catalogs?|cozy|dialogs?",
    r"gotten|gray\w*|jewelry|leukemia|maneuver\w*|math|moms?|orthopedic\w*|pajamas|pediatric\w*",
    r"percent|plow\w*|programs?|skeptic\w*|tidbits?|toward|afterward",
    r"dreamed|learned|spelled|emails?",
)


def american_spelling(text: str, may_stand: frozenset[str] = frozenset()) -> Found:
    """Words that are spelt otherwise in British English (as this project writes it)."""
    found = _AMERICAN.findall(_BLANK.sub("", text))
    return [word for word in found if word.lower() not in may_stand]


# ------------------------------------------------------------------------------------ people

_PEOPLE: Final = r"(?:people|persons?|colleagues?|staff|generations?|mentors?|leaders?|workers?)"
_AGEISM: Final = _any_of(
    r"digital (?:natives?|immigrants?)",
    r"millennials?|boomers?|zoomers?|snowflakes?|gen(?:eration)?[- ]?(?:x|y|z|alpha)",
    rf"(?:young|old)(?:er)? {_PEOPLE}",
    r"out of touch|tech[- ]savvy|youngsters?|youthful|elderly",
    r"the (?:young|old)(?= and| or|[.,;:!?]|$)",
    r"dinosaurs?|old[- ]school|old guard|old dogs?|new tricks|grey[- ]haired|over the hill",
    r"past (?:their|your|its) (?:prime|best)|set in (?:their|your) ways|stuck in the past",
    r"junior staff (?:know|are|have)|juniors (?:know|are|have)|seniors (?:know|are|have)",
    r"(?:young|fresh|new) blood|young talents?",
    r"(?:at|for) (?:your|their|this) age|senior moments?|young at heart|kids|grandad|granny",
    r"(?:grew|grown) up with (?:computers|technology|smartphones|the internet|social media)",
)


def stereotypes_by_age(text: str) -> Found:
    """Phrases that say how people of an age are."""
    return _AGEISM.findall(text)


_GENDERED: Final = _any_of(
    r"s?he|him|his|her|hers|himself|herself|he/she|his/her",
    r"(?:chair|spokes|sales|business|police|fire|fore|middle|lay)(?:man|men|woman|women)",
    r"man[- ]?(?:power|hours?|kind|made|ned|ning)|guys|ladies|gentlemen|girls|boys",
    r"sirs?|madam|mr|mrs|ms",
)


def guesses_gender(text: str) -> Found:
    """Pronouns and words that guess whether somebody is a man or a woman."""
    return _GENDERED.findall(text)


# ------------------------------------------------------------------------------------ typography


def poor_typography(text: str) -> Found:
    """Marks as a typewriter has them: straight quotes, hyphens for dashes, three dots.

    Also quotation marks that do not open and close by turns.
    """
    found = re.findall(r"[\"'`´]|\.\.\.|(?<= )-(?= )|--(?!\w)", text)
    marks = "".join(re.findall("[“”]", text))
    return found + ([marks] if marks.replace("“”", "") else [])

"""Who agrees: the two with what each wants, and where they sign."""

from __future__ import annotations

from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.fonts import Weight, searchable
from revmentor_desktop.documents.packs.content import DocumentWords
from revmentor_desktop.documents.packs.values import PairValues, Partner
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.paragraphs import plain, widest_word
from revmentor_desktop.documents.setup.forms import Boxes, Lines, SignatureLine
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import Run
from revmentor_desktop.domain.plan.agreement_choices import Goals

_LONG_WISHES: Final = 160
"""Wishes of more letters have the width of the page."""
_NAME_ROOM: Final = 115.0
"""Points that a word of a name has below a signature; a longer one has the width of the panel."""


def parties(
    pair: PairValues, words: DocumentWords, styles: Styles, *, is_sparing: bool
) -> list[Block]:
    """Return who the two are and what each wants: beside each other, where that is not long."""
    goals = pair.programme.plan.agreement.goals
    made = [
        _Party(words.around("mentor_label"), "mentor", pair.mentor, _known(pair.mentor, goals)),
        _Party(words.around("leader_label"), "mentee", pair.mentee, _known(pair.mentee, goals)),
    ]
    room = 0 if goals is Goals.UNSAID else 1 if is_sparing else 2
    cards = [one.card(words.around("hopes"), room, styles) for one in made]
    space = styles.space(16)
    if any(one.is_long for one in made):
        for card in cards:
            card.space_before = card.space_after = space
            card.may_part = True
        return list(cards)
    beside = Columns(cards, gap=styles.space(14), space_before=space, space_after=space, stretch=6)
    return [beside]


def wishes(who: Partner) -> str:
    """Return what somebody wishes for, as far as the other may know it."""
    return phrases.capitalised("; ".join(filter(None, map(searchable, who.wants))))


def _known(who: Partner, goals: Goals) -> str:
    return wishes(who) if goals is Goals.KNOWN else ""


class _Party:
    """One of the two: the role, its colour, who it is, and what is known of their wishes."""

    def __init__(self, role: str, colour: str, who: Partner, known: str) -> None:
        self._role = role
        self._colour = colour
        self._who = who
        self._known = known

    @property
    def is_long(self) -> bool:
        """Whether the wishes need the width of the page."""
        return len(self._known) > _LONG_WISHES

    def card(self, hopes: str, room: int, styles: Styles) -> Panel:
        """Return it with so many lines for wishes; those that are known need one less."""
        body, foot = self._about(styles), list[Block]()
        asked = Paragraph(plain(hopes), styles.small, keep_with_next=True)
        if room:
            foot.append(asked)
        if room and self._known:
            foot.append(Paragraph(plain(self._known), styles.body, space_before=styles.space(1)))
        if self.is_long:
            asked.space_before = styles.space(9)
            body, foot = [*body, *foot], []
        lines = room - 1 if self._known else room
        if lines > 0:
            foot.append(Lines(f"{self._role}: {hopes}", lines, styles.body))
        stands = Stack(foot, space_before=styles.space(9)) if foot else None
        return Panel(Stack(body, is_loose=True), padding=styles.space(12), foot=stands)

    def _about(self, styles: Styles) -> list[Block]:
        lines: list[Block] = [
            Paragraph([Run(self._role.upper(), colour=self._colour)], styles.eyebrow),
            Paragraph(
                plain(self._who.name, Weight.BOLD), styles.body, space_before=styles.space(2)
            ),
        ]
        if searchable(self._who.job):
            lines.append(Paragraph(plain(self._who.job), styles.body_muted))
        return lines


def signatures(pair: PairValues, words: DocumentWords, styles: Styles) -> Block:
    """Return where they sign, and whose copy it is."""
    signed = [("mentor_signature", pair.mentor.name), ("leader_signature", pair.mentee.name)]
    panels = [_signature(words, label, name, styles) for label, name in signed]
    blocks: list[Block] = [Columns(panels, gap=styles.space(14))]
    if pair.programme.plan.agreement.organiser_signs:
        seen = _signature(words, "organiser_signature", words.blanks["organiser"], styles)
        seen.space_before = styles.space(10)
        blocks.append(seen)
    blocks.append(_copies(pair, words, styles))
    return Stack(blocks, space_before=styles.space(14), stretch=10)


def _copies(pair: PairValues, words: DocumentWords, styles: Styles) -> Block:
    """Return how many copies there are, and boxes to tick which of them this one is."""
    lead = words.around("copies")
    label = lead.rstrip(":")
    whose = [pair.mentor.short, pair.mentee.short, words.around("copy_file")]
    return Boxes(label, whose, styles.small, lead=lead, space_before=styles.space(8))


def _signature(words: DocumentWords, label: str, name: str, styles: Styles) -> Panel:
    """Return where somebody signs with a pen, and puts the day with a pen or in a PDF reader."""
    signature, dated = words.around(label), words.around("date_label")
    named = f"{signature}: {name}" if name else signature
    day = Stack([Lines(f"{signature}: {dated}", 1, styles.body), _below(dated, styles)])
    below = _below(name, styles)
    is_wide = widest_word(plain(name), styles.small) > _NAME_ROOM
    lines = Columns(
        [SignatureLine(named) if is_wide else Stack([SignatureLine(named), below]), day],
        gap=styles.space(12),
        shares=(2.1, 1),
    )
    foot = Stack([lines, below] if is_wide else [lines], space_before=styles.space(8))
    return Panel(Paragraph(plain(signature), styles.small), padding=styles.space(12), foot=foot)


def _below(words: str, styles: Styles) -> Paragraph:
    return Paragraph(plain(words), styles.small, space_before=styles.space(2))

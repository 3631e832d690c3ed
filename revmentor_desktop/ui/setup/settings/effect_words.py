"""What a change touches, in sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.services.setup.effects import Effect, EffectKind


def effect_sentence(effect: Effect) -> str:
    """Return what is touched as a sentence, with its number."""
    one, several = _SENTENCES[effect.kind]
    return _tr(one if effect.count == 1 else several).format(count=effect.count, of=effect.of)


_SENTENCES = {
    EffectKind.OLD_AGREEMENTS: (
        "One agreement was issued with the old wording.",
        "{count} agreements were issued with the old wording.",
    ),
    EffectKind.OLD_PAPERS: (
        "One set-up paper was issued with the old wording.",
        "{count} set-up papers were issued with the old wording.",
    ),
    EffectKind.PAIRS_BREAK_RULE: (
        "One pair would break a rule; it stays, and is marked on the board.",
        "{count} pairs would break a rule; they stay, and are marked on the board.",
    ),
    EffectKind.PAIRS_KEEP_RULES_AGAIN: (
        "One pair that breaks a rule now would break none.",
        "{count} pairs that break a rule now would break none.",
    ),
    EffectKind.PARTNERS_ALLOWED: (
        "{of}: the new number of partners holds for one of them.",
        "{of}: the new number of partners holds for {count} of them.",
    ),
    EffectKind.OWN_PARTNERS_KEPT: (
        "{of}: one keeps their own number of partners.",
        "{of}: {count} keep their own number of partners.",
    ),
    EffectKind.ANSWERS_REMOVED: (
        "One person has an answer to “{of}”, which goes with the question.",
        "{count} people have an answer to “{of}”, which goes with the question.",
    ),
    EffectKind.ANSWERS_KEPT: (
        "One person’s answer to “{of}” is kept, but neither shown nor used while it is not asked.",
        "{count} people’s answers to “{of}” are kept, but neither shown nor used while it is not"
        " asked.",
    ),
    EffectKind.ANSWERS_OF_ANOTHER_KIND: (
        "One person has answered “{of}” the other way; the answer stays as it is.",
        "{count} people have answered “{of}” the other way; their answers stay as they are.",
    ),
    EffectKind.DETAILS_KEPT: (
        "{of}: what is known of one person stays in People; it is asked of nobody else.",
        "{of}: what is known of {count} people stays in People; it is asked of nobody else.",
    ),
    EffectKind.OPTIONS_GONE: (
        "One person chose an answer to “{of}” that is offered no more.",
        "{count} people chose an answer to “{of}” that is offered no more.",
    ),
    EffectKind.CONSENTS_LAPSE: (
        "One person’s consent to “{of}” lapses; ask again before it is used.",
        "{count} people’s consents to “{of}” lapse; ask again before they are used.",
    ),
    EffectKind.CONSENTS_NEEDED: (
        "One person’s answer to “{of}” is not used until there is consent.",
        "{count} people’s answers to “{of}” are not used until there is consent.",
    ),
    EffectKind.FILLED_IN_ANEW: (
        "The focus fills in anew what one other section had from the one before.",
        "The focus fills in anew what {count} other sections had from the one before.",
    ),
    EffectKind.DATES_MOVE: (
        "One milestone moves.",
        "{count} milestones move.",
    ),
    EffectKind.MORE_THAN_PLACES: (
        "{of}: one more takes part than there are places.",
        "{of}: {count} more take part than there are places.",
    ),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsEffects", text)

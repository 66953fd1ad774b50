"""A letter says something in the words of the adviser, or in those of Gehoord again."""

from typing import Final

from gehoord.calendar.dutch import enumeration
from gehoord.calendar.ical.text import paragraphs
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import Corrected, LetterReworded
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.own_words import (
    IN_BRACKETS,
    PASSAGES,
    PLACEHOLDERS,
    OwnWords,
    Passage,
    newest,
)
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import meant, unknown
from gehoord.domain.proposal.step import Letter
from gehoord.law.awb import APPEAL_NOTICE

_BY_LAW: Final = ((Letter.ANNOUNCEMENT, Passage.WHOLE), (Letter.ANNOUNCEMENT, Passage.APPEAL))
"""What a statute says that a letter must say: it is not said otherwise."""


@decide.register
def letter_reworded(report: LetterReworded, state: State) -> Act:
    """Keep other words for the letters that are still to be made; what is made stays as it is.

    Law: Awb, art. 3:45 (how to appeal stands in the announcement).
    """
    letter, passage = report.letter, report.passage
    if passage not in PASSAGES[letter]:
        raise RefusedError(
            f"De brief '{letter}' heeft geen passage '{passage}'. Kies uit: "
            f"{enumeration(list(PASSAGES[letter]))}.",
            field="passage",
        )
    if (letter, passage) in _BY_LAW:
        raise RefusedError(
            "In de bekendmaking moet staan hoe een burgemeester in beroep gaat. Verander alleen de "
            "passage 'inleiding'.",
            APPEAL_NOTICE,
        )
    text = paragraphs(report.text)
    _refuse_placeholders(text)
    number = 1 + (state.own_words.greatest("number") or 0)
    words = OwnWords(
        id=f"{state.id}/brieftekst/{number}",
        dossier=state.id,
        number=number,
        letter=letter,
        passage=passage,
        text=text,
        given_on=report.on,
    )
    before = newest(state.own_words).get(words.called)
    if before and before.text == text:
        raise RefusedError("Dat staat al zo in de brief.")
    return Act(
        f"De brief '{words.letter}' zegt bij '{passage}' uw eigen woorden, in brieven die nog "
        f"worden gemaakt. Bekijk hem: gehoord letters {state.id} --stap … --aan … --nieuw "
        "--als pdf -o brief.pdf.",
        Changes.adding(words),
    )


def rewording_taken_back(report: Corrected, state: State) -> Act:
    """Take words back: those of before count again, or those of Gehoord."""
    there = newest(state.own_words)
    known = meant(report.whose, there) if report.whose else next(iter(there), None)
    if known is None or (not report.whose and len(there) > 1):
        said = f"Er is geen brieftekst '{report.whose}'" if there else "Er is geen brieftekst"
        raise RefusedError(unknown(said, report.whose, list(there)) if there else f"{said}.")
    words = there[known]
    return Act(
        f"Teruggenomen: uw woorden in de brief '{words.letter}' bij '{words.passage}'.",
        Changes.replacing([(words, words.withdraw(report.reason, report.on))]),
    )


def _refuse_placeholders(text: str) -> None:
    """Refuse what stands between brackets and names no fact: it would stand so in a letter."""
    for named in IN_BRACKETS.findall(text):
        if named not in PLACEHOLDERS:
            known = ", ".join(f"[{placeholder}]" for placeholder in PLACEHOLDERS)
            raise RefusedError(
                f"'[{named[:60]}]' is geen feit dat Gehoord kent. Tussen haken kan: {known}.",
                field="tekst",
            )

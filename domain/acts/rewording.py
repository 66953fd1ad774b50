# SPDX-License-Identifier: EUPL-1.2
"""A letter says something in the words of the adviser, or in those of Gehoord again."""

import re
from typing import Final

from gehoord.calendar.dutch import enumeration
from gehoord.calendar.ical.text import paragraphs
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.mail_subject import subject_in
from gehoord.domain.acts.report import Corrected, LetterReworded
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.own_words import (
    IN_BRACKETS,
    PASSAGES,
    PLACEHOLDERS,
    OwnWords,
    Passage,
    newest,
    placeholder,
)
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import meant, unknown
from gehoord.domain.proposal.step import Letter
from gehoord.law.awb import APPEAL_NOTICE
from gehoord.law.politiewet import HEAR_COUNCILS

_BY_LAW: Final = ((Letter.ANNOUNCEMENT, Passage.WHOLE), (Letter.ANNOUNCEMENT, Passage.APPEAL))
"""What a statute says that a letter must say: it is not said otherwise."""
_ASKS: Final = ((Letter.ONTWERP, Passage.WHOLE), (Letter.ONTWERP, Passage.REQUEST))
"""Where a council reads until when it can answer: without that it is not heard."""
_LAST_DAY: Final = "laatste dag"


@decide.register
def letter_reworded(report: LetterReworded, state: State) -> Act:
    """Keep other words for the letters that are still to be made; what is made stays as it is.

    Law: Awb, art. 3:45 (how to appeal stands in the announcement); Politiewet 2012, art. 38b lid 2
    (a council is asked to be heard, and until when it can answer).
    """
    letter, passage = report.letter, report.passage
    _refuse_passage(letter, passage)
    text = IN_BRACKETS.sub(_on_one_line, paragraphs(report.text))
    _refuse_brackets(text)
    _refuse_without_last_day(letter, passage, text)
    if passage is Passage.MAIL_SUBJECT:
        text = subject_in(text, state)
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
    said = _told_of_mail(words) if passage.is_of_mail else _told_of_letter(words)
    return Act(said, Changes.adding(words))


def _told_of_letter(words: OwnWords) -> str:
    return (
        f"De brief '{words.letter}' zegt bij '{words.passage}' uw eigen woorden, in brieven die "
        "nog worden gemaakt. Bekijk hem op uw pagina van de balie, onder Brieven."
        f"{_warned(words)}"
    )


def _told_of_mail(words: OwnWords) -> str:
    what = "heeft uw onderwerp" if words.passage is Passage.MAIL_SUBJECT else "zegt uw woorden"
    return (
        f"De mail bij de brief '{words.letter}' {what}, in mails die nog worden gemaakt. De brief "
        "blijft zoals hij is. Mail uzelf een proef op uw pagina van de balie, onder Brieven."
    )


def _refuse_passage(letter: Letter, passage: Passage) -> None:
    """Refuse a passage that the letter does not have, or in which a statute speaks."""
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


def _refuse_without_last_day(letter: Letter, passage: Passage, text: str) -> None:
    """Refuse to ask a council without saying until when it can answer."""
    named = map(placeholder, IN_BRACKETS.findall(text))
    if (letter, passage) in _ASKS and _LAST_DAY not in named:
        raise RefusedError(
            f"Zo staat niet meer in de brief tot wanneer de raad kan antwoorden. Zet [{_LAST_DAY}] "
            "in uw tekst.",
            HEAR_COUNCILS,
            field="tekst",
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


def _warned(words: OwnWords) -> str:
    """Return what the whole letter with the ontwerp must say, now that Gehoord says it no more."""
    if (words.letter, words.passage) != (Letter.ONTWERP, Passage.WHOLE):
        return ""
    return (
        " Let op: het horen rust op deze brief. Zet er zelf in dat de raad het ontwerp bespreekt, "
        f"tot welke dag hij kan antwoorden en wat telt als horen ({HEAR_COUNCILS})."
    )


def _on_one_line(found: re.Match[str]) -> str:
    return f"[{' '.join(found[1].split())}]"


def _refuse_brackets(text: str) -> None:
    """Refuse what stands between brackets and names no fact: it would stand so in a letter."""
    if bracket := re.search(r"[\[\]]", IN_BRACKETS.sub("", text)):
        raise RefusedError(
            f"In uw tekst staat een haak ({bracket[0]}) die alleen staat of binnen andere haken. "
            "Haal hem weg, of zet om een feit een haak ervoor en een erna: [laatste dag].",
            field="tekst",
        )
    for named in IN_BRACKETS.findall(text):
        if placeholder(named) not in PLACEHOLDERS:
            known = ", ".join(f"[{placeholder}]" for placeholder in PLACEHOLDERS)
            raise RefusedError(
                f"'[{named[:60]}]' is geen feit dat Gehoord kent. Tussen haken kan: {known}.",
                field="tekst",
            )

# SPDX-License-Identifier: EUPL-1.2
"""What the forms of a party say: what each is called, when it is meant, and how it is sent in."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.party_form import (
    ADDRESS,
    AGREES,
    ASKS,
    CHANGED,
    GOALS,
    HEARD,
    PRIORITIES,
    QUESTION,
    REHEARS,
    RESERVES,
    RESPITE,
    SUPPLEMENT,
    PartyForm,
    step_of_form,
)
from gehoord.domain.acts.report import Report, Requested
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.request import RequestKind
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import HEAR_COUNCILS, MUNICIPAL_GOALS
from gehoord.templates.desk.below import MEETINGS
from gehoord.templates.wording import capital, cited


class WordsOfForm(NamedTuple):
    """The title of a form, what is sent in with it, the text of its button, when it is meant."""

    title: str
    sent: str
    button: str
    when: tuple[str, ...] = ()


_CHANGE_UNTIL: Final = (
    "Tot uw antwoord wordt verwerkt, kunt u het op uw pagina wijzigen. Daarna kunt u het alleen "
    "nog aanvullen."
)
_WORDS: Final = {
    RESERVES: WordsOfForm(
        "Vergadering van de raad melden",
        "Vergadering van de raad",
        "Vergadering insturen",
        (
            "Meld op welke dag de raad het ontwerp behandelt, zodra u dat weet. De raad is daarmee "
            "nog niet gehoord: meld zijn antwoord na de vergadering.",
            "Komt het daarvoor beeldvormend of oordeelsvormend aan de orde, ook in een commissie? "
            "Meld die vergadering dan apart. Een andere dag komt in de plaats van de vorige van "
            "dezelfde soort.",
        ),
    ),
    HEARD: WordsOfForm(
        "Antwoord van de raad melden",
        "Antwoord van de raad",
        "Antwoord insturen",
        (
            "Vul dit in als de raad het ontwerp heeft behandeld. Alleen de raad zelf kan worden "
            f"gehoord ({cited(HEAR_COUNCILS)}). Deed alleen een commissie dat, dan gaat uw melding "
            "als vraag naar de adviseur.",
            _CHANGE_UNTIL,
        ),
    ),
    CHANGED: WordsOfForm(
        "Antwoord van de raad wijzigen",
        "Wijziging van het antwoord van de raad",
        "Wijziging insturen",
        (
            "Wat u hier invult, komt in de plaats van uw eerdere antwoord. Het journaal bewaart "
            "allebei.",
            _CHANGE_UNTIL,
        ),
    ),
    SUPPLEMENT: WordsOfForm(
        "Antwoord van de raad aanvullen",
        "Aanvulling op het antwoord van de raad",
        "Aanvulling insturen",
        ("Een aanvulling komt naast het eerdere antwoord te staan.",),
    ),
    GOALS: WordsOfForm(
        "Veiligheidsplan van de raad melden",
        "Veiligheidsplan van de raad",
        "Dag insturen",
        (
            "De raad stelt ten minste eens in de vier jaar de eigen doelen voor veiligheid vast "
            f"({cited(MUNICIPAL_GOALS)}).",
        ),
    ),
    PRIORITIES: WordsOfForm(
        "Lokale prioriteiten doorgeven",
        "Lokale prioriteiten",
        "Prioriteiten insturen",
        (
            "Schrijf de veiligheidsprioriteiten van uw gemeente op in uw eigen woorden, de "
            "belangrijkste eerst. De werkgroep telt in hoeveel gemeenten een onderwerp een "
            "prioriteit is.",
            "Is er niets veranderd sinds de vorige keer? Laat dan staan wat er staat, en stuur het "
            "zo in. Wat u eerder doorgaf, blijft bewaard.",
        ),
    ),
    ADDRESS: WordsOfForm(
        "Nieuw mailadres melden",
        "Nieuw mailadres",
        "Mailadres insturen",
        (
            "Post gaat voortaan naar dit adres, ook wat nog niet weg was.",
            "U krijgt een bewijs op het oude en op het nieuwe adres.",
        ),
    ),
    RESPITE: WordsOfForm(
        "Uitstel vragen",
        "Verzoek om uitstel",
        "Verzoek insturen",
        (
            "Lukt het de raad niet om op tijd te antwoorden? Vraag dan een latere dag. De adviseur "
            "van de regioburgemeester beslist, en u krijgt bericht. Tot dan geldt de dag die u "
            "kent.",
        ),
    ),
    QUESTION: WordsOfForm(
        "Een vraag stellen",
        "Vraag",
        "Vraag insturen",
        ("Uw vraag gaat naar de adviseur van de regioburgemeester. U krijgt antwoord per mail.",),
    ),
    MEETINGS: WordsOfForm(
        "Vergaderagenda inleveren",
        "Vergaderagenda",
        "Agenda inleveren",
    ),
    AGREES: WordsOfForm(
        "Akkoord geven op het ontwerp",
        "Akkoord met het ontwerp",
        "Akkoord insturen",
        ("U bent akkoord dat dit ontwerp naar de raden gaat.",),
    ),
    REHEARS: WordsOfForm(
        "Beoordelen of raden opnieuw worden gehoord",
        "Oordeel over opnieuw horen",
        "Oordeel insturen",
        (
            "Na het horen veranderde een onderdeel dat de wet voorschrijft. Elke burgemeester "
            f"hoort zijn raad over het ontwerp ({cited(HEAR_COUNCILS)}). De wet zegt niet wanneer "
            "een verandering vraagt om opnieuw horen: dat beoordeelt u, met een reden.",
            "Bij 'ja' staat het horen van die raden weer open, en krijgen hun griffies bericht met "
            "wat er veranderde en de laatste dag. Hun eerdere antwoord blijft bewaard. Bij 'nee' "
            "blijft alles zoals het is, en wordt uw reden bewaard.",
        ),
    ),
}
_LATER: Final = WordsOfForm(
    "Alsnog antwoord van de raad melden",
    "Antwoord van de raad",
    "Antwoord insturen",
    ("Er is vastgelegd dat de raad niet antwoordde. Een later antwoord telt alsnog mee.",),
)
_KEPT_ONLY: Final = "Het plan is al vastgesteld. Wat de raad nu zegt, wordt bewaard."


def words_of(state: State, form: PartyForm) -> WordsOfForm:
    """Return what a form says, in the dossier as it stands."""
    words = _words(state, form.name, form.fixed.get("gemeente", ""))
    return words._replace(when=(*words.when, *_about(state, form)))


def sent_with(state: State, name: str) -> str:
    """Return what is sent in with a form, also when nobody can fill it in any more."""
    return _words(state, name, "").sent


def _words(state: State, name: str, council: str) -> WordsOfForm:
    if step := step_of_form(name):
        return _of_step(state, step)
    silent = council and state.hearing_of(council).state is HearingState.SILENT
    return _LATER if name == SUPPLEMENT and silent else _WORDS[name]


def _of_step(state: State, step: str) -> WordsOfForm:
    found = state.as_opened.step(step)
    title = one_line(found.title)
    if found.kind is StepKind.CONSULTATION:
        told = (f"Reageren: {title}", f"Reactie: {title}")
        return WordsOfForm(*told, "Reactie insturen", (_DONE_WITH,))
    return WordsOfForm(f"Gedaan melden: {title}", f"Gedaan: {title}", "Melding insturen")


_DONE_WITH: Final = "Met uw reactie is dit voor u gedaan."


def _about(state: State, form: PartyForm) -> Iterator[str]:
    """Yield which ontwerp or change a form is about, and what no longer changes by it."""
    version = next((v for v in state.versions if v.id == form.version), None)
    if version:
        yield (
            f"Het gaat over het ontwerp van {day_in_words(version.made_on)} (versie "
            f"{version.number})."
        )
    if form.about:
        yield f"Dit veranderde: {form.about}."
    if form.name == SUPPLEMENT and state.is_adopted:
        yield _KEPT_ONLY


_LABELS: Final = {
    (RESERVES, "dag"): "Op welke dag is de vergadering?",
    (HEARD, "op"): "Op welke dag is de raad gehoord?",
    (HEARD, "wijze"): "Waar is het ontwerp behandeld?",
    (HEARD, "tekst"): "Tekst van het antwoord",
    (SUPPLEMENT, "tekst"): "Tekst van de aanvulling",
    (GOALS, "op"): "Op welke dag stelde de raad het veiligheidsplan vast?",
    (PRIORITIES, "bron"): "Waar staan ze?",
    (PRIORITIES, "veiligheidsplan"): "Wanneer stelde de raad het veiligheidsplan (IVP) vast?",
    (AGREES, "op"): "Op welke dag was u akkoord?",
    (REHEARS, "reden"): "Waarom wel, of waarom niet?",
    (REHEARS, "gemeenten"): "Welke raden?",
    ("reactie", "tekst"): "Uw reactie",
    (ASKS, "naar"): "Tot en met welke dag vraagt u uitstel?",
    (ASKS, "tekst"): "Uw vraag, in uw eigen woorden",
}
_HINTS: Final = {
    (ASKS, "naar"): "Die dag telt mee.",
    (ASKS, "tekst"): "",
    (HEARD, "op"): "De dag van de vergadering.",
    (HEARD, "wijze"): "Een commissie, een brief of een mededeling telt niet als horen.",
    (HEARD, "tekst"): "Mag leeg blijven als de tekst in een bestand staat.",
    (SUPPLEMENT, "tekst"): "Mag leeg blijven als de tekst in een bestand staat.",
    (GOALS, "op"): "Het geldt vier jaar.",
    (PRIORITIES, "prioriteiten"): "Een op elke regel.",
    (PRIORITIES, "bron"): "Zoals: IVP 2023-2026.",
    (AGREES, "op"): "",
    (REHEARS, "oordeel"): "",
    (REHEARS, "reden"): "In een zin van ten minste drie woorden.",
    (
        REHEARS,
        "gemeenten",
    ): "Alleen bij 'ja'. Kruist u niets aan, dan geldt het voor al deze raden.",
    (REHEARS, "naar"): "Alleen bij 'ja'; die dag telt mee.",
    (HEARD, "antwoord"): "",
    (SUPPLEMENT, "antwoord"): "",
}


def explained(reports: Sequence[Report]) -> str:
    """Return what a receipt says besides of what was sent in; empty when all was said."""
    return _NOT_HEARD if any(_is_of_committee(report) for report in reports) else ""


def _is_of_committee(report: Report) -> bool:
    return isinstance(report, Requested) and report.question is RequestKind.COMMITTEE


_NOT_HEARD: Final = (
    "De raad is hiermee nog niet gehoord, want een commissie is niet de raad "
    f"({cited(HEAR_COUNCILS)})."
)


def label_of(kind: str, name: str, title: str) -> str:
    """Return what stands above a field; the title that every form gives it says less."""
    return _LABELS.get((kind, name), capital(title))


def hint_of(kind: str, name: str, description: str) -> str:
    """Return what stands below the label of a field; may be empty."""
    return _HINTS.get((kind, name), description)

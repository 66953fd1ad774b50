# SPDX-License-Identifier: EUPL-1.2
"""The paper for the meeting that adopts: what lies before it, how it came, and what is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.dutch import counted, day_in_words, full_day_in_words
from gehoord.domain.checks import Case, findings
from gehoord.domain.checks.strength import table_of
from gehoord.domain.dossier.assents import assents_of, conditions, open_conditions
from gehoord.domain.dossier.fte import fte_in_words
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.nota import nota_of
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_changes import compared
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.finding import Finding, Severity
from gehoord.domain.proposal.part import IN_ANY_CASE
from gehoord.domain.proposal.step import Part
from gehoord.templates.besluit import adoption_paper, plan_in_words
from gehoord.templates.besluit_considering import adopted_version
from gehoord.templates.reports import REPORTS
from gehoord.templates.told_assents import condition_in_words
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True)
class PaperBefore:
    """A document that lies before the meeting: what it is, and by what it is known for good."""

    what: str
    which: str


def vergaderstuk_document(state: State, on: date) -> str:
    """Return the paper as XHTML: what is asked, the papers, the hearing, and what stands open.

    Law: Politiewet 2012, art. 20 lid 1, art. 38b lid 2 and art. 39.
    """
    found = findings(Case.of_dossier(state, on))
    template = REPORTS.get_template("vergaderstuk.html.j2")
    said = {
        "plan": plan_in_words(state),
        "meeting": meeting_in_words(state),
        "draft": adoption_paper(state, on),
        "pieces": tuple(_pieces(state)),
        "nota": nota_of(state),
        "strength": tuple(_of_strength(state)),
        "objectives": _of_objectives(state),
        "blocking": _weighing(found, Severity.BLOCK),
        "asking": _weighing(found, Severity.REASON),
        "warning": _weighing(found, Severity.WARN),
        "reasons": standing(state.reasons),
        "assents": assents_of(state),
        "conditions": [
            (each, condition_in_words(state, each), each in open_conditions(state))
            for each in conditions(state)
        ],
        "capital": capital,
    }
    return template.render(f=state, on=on, **said).strip() + "\n"


def meeting_in_words(state: State) -> str:
    """Return which meeting decides, and on which day as far as that is known."""
    step = state.as_opened.adoption
    if step is None:
        return "nog niet bekend"
    who = names(state).get(step.owner, step.owner)
    if state.adoption:
        return f"{who}, {full_day_in_words(state.adoption.taken_on)}"
    planned = state.plan[step.id]
    day = full_day_in_words(planned.due_on) if planned.names_day else planned.due_in_words
    return f"{who}, {day}" if planned.has_day else f"{who}, de dag is nog niet bekend"


def _weighing(found: list[Finding], severity: Severity) -> list[Finding]:
    return [finding for finding in found if finding.severity is severity]


def _pieces(state: State) -> Iterator[PaperBefore]:
    """Yield the papers in the order in which the meeting takes them."""
    if final := adopted_version(state, state.adoption):
        file = f"bestand '{final.file}'" if final.file else "geen bestand bewaard"
        title = f"Het plan: versie {final.number}, {final.title}, {day_in_words(final.made_on)}"
        yield PaperBefore(title, f"{file}; SHA-256 {final.document}" if final.document else file)
    if (ontwerp := state.ontwerp) and ontwerp != adopted_version(state, state.adoption):
        title = f"Het ontwerp waarover de raden zijn gehoord: versie {ontwerp.number}"
        yield PaperBefore(
            title, f"SHA-256 {ontwerp.document}" if ontwerp.document else ontwerp.title
        )
    nota = nota_of(state)
    if nota.said:
        many = counted(len(nota.said), "zienswijze", "zienswijzen")
        points = counted(len(nota.points), "punt", "punten")
        yield PaperBefore("De nota van beantwoording", f"{many}, {points}")
    if table := _table(state):
        yield PaperBefore(capital(table.in_words), f"bron: {table.source}")
    yield PaperBefore("Het concept-besluit", "met de plaats voor de handtekeningen")


def _table(state: State) -> StrengthTable | None:
    return table_of(state, adopted_version(state, state.adoption))


def _of_strength(state: State) -> Iterator[str]:
    """Yield what the plan says of the strength, and what is other than was heard."""
    final = adopted_version(state, state.adoption)
    if final is None or not set(IN_ANY_CASE) <= set(final.contains):
        yield (
            "De verdeling van de sterkte, met de wijkagenten, staat niet in deze versie. Zonder "
            "die verdeling kan het plan niet worden vastgesteld."
        )
        return
    yield "De verdeling van de sterkte staat in het plan, met de wijkagenten."
    table = _table(state)
    if table is None:
        yield "De tabel zelf is niet vastgelegd."
    else:
        yield from _of_table(state, table)


def _of_table(state: State, table: StrengthTable) -> Iterator[str]:
    stands = "Zij is voorlopig; een definitieve volgt." if table.is_provisional else ""
    yield f"Het is {table.in_words}. {stands}".strip()
    if table.norm:
        number = fte_in_words(table.wijkagenten)
        yield f"Wijkagenten: {number} fte; de norm is ten minste {table.norm}."
    heard = table_of(state, state.ontwerp)
    if heard and heard.id != table.id:
        yield f"Anders dan in het ontwerp: {compared(heard, table).in_words}"


def _of_objectives(state: State) -> str:
    final = adopted_version(state, state.adoption)
    if final and Part.OBJECTIVES in final.contains:
        return "De doelstellingen van de minister staan in het plan."
    given = [r for r in standing(state.reasons) if r.code == "doelstellingen-minister"]
    if given:
        return f"Zij staan niet in de tekst. Reden van de {given[-1].office}: {given[-1].ground}"
    return "Zij staan niet in de tekst van deze versie, en er is geen reden vastgelegd."

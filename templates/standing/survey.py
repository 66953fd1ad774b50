# SPDX-License-Identifier: EUPL-1.2
"""The survey of local priorities, and the safety plans that do not hold."""

from gehoord.calendar.dutch import enumeration
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import surveys
from gehoord.templates.links import Links
from gehoord.templates.markdown import as_table, link, plain
from gehoord.templates.told_survey import ToldSurvey, told_survey


def survey(state: State, links: Links) -> list[str]:
    """Return the survey in Markdown; nothing where nobody is asked and every plan holds."""
    told = told_survey(state)
    if not told.is_known:
        return []
    heading = told.answered or "Veiligheidsplannen van gemeenten"
    return [f"## {heading}", "", *_waiting(state, told, links), *_subjects(told), *_goals(told)]


def _waiting(state: State, told: ToldSurvey, links: Links) -> list[str]:
    if not told.waiting:
        return []
    form = links.form("melden-lokale-prioriteiten", {"dossier": state.id})
    report = f" {link('Meld wat zij doorgeven', form)}." if form and surveys(state) else ""
    return [f"Nog niet: {plain(enumeration(list(told.waiting)))}.{report}", ""]


def _subjects(told: ToldSurvey) -> list[str]:
    if not told.subjects:
        return []
    rows = [
        {"Onderwerp": s.name, "Gemeenten": str(s.number), "Welke": s.municipalities}
        for s in told.subjects
    ]
    more = [f"En nog {told.beside}, zie het blad Clusters van het rekenblad.", ""]
    return [as_table(rows), "", *(more if told.beside else [])]


def _goals(told: ToldSurvey) -> list[str]:
    lines = []
    if told.goals:
        rows = [
            {"Gemeente": g.municipality, "Veiligheidsplan vastgesteld": g.set_on, "Stand": g.stand}
            for g in told.goals
        ]
        day = f"Op de dag van de thema's ({told.goals_on}) geldt het veiligheidsplan niet van:"
        lines += [day, "", as_table(rows), ""]
    if told.unknown:
        lines.append(
            f"Van {told.unknown} is niet bekend wanneer het veiligheidsplan is vastgesteld."
        )
    return lines

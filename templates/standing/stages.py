# SPDX-License-Identifier: EUPL-1.2
"""How far each stage is, with the form that starts it."""

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.outgoing.standing import StageTally, StateOfAffairs
from gehoord.templates.links import Links
from gehoord.templates.markdown import as_table, link


def stages(affairs: StateOfAffairs, links: Links) -> list[str]:
    """Return how far each stage is, in Markdown."""
    rows = [_row(each, affairs.state.id, links) for each in affairs.stages()]
    said = ["## De zes fasen", "", as_table(rows)]
    return [*said, "", "De naam van een fase opent het formulier om haar te starten."]


def _row(each: StageTally, dossier: str, links: Links) -> dict[str, str]:
    name = each.stage.numbered
    form = links.form(name, {"dossier": dossier})
    return {
        "Fase": link(f"{name[0]}. {each.stage.heading}", form),
        "Stand": stage_in_words(each),
        "Gedaan": done_in_words(each),
        "Volgende dag": next_day_in_words(each),
    }


def done_in_words(each: StageTally) -> str:
    """Return how many actions of a stage are done; nothing where none is asked."""
    return f"{each.done} van {counted(each.owed, 'actie', 'acties')}" if each.owed else ""


def next_day_in_words(each: StageTally) -> str:
    """Return what is due next in a stage, and when; nothing when nothing is."""
    first = each.next
    return f"{day_in_words(first.due_on)}: {first.title}" if first and first.due_on else ""


def stage_in_words(each: StageTally) -> str:
    """Return how far a stage is, in two or three words."""
    if each.late:
        return f"{each.late} te laat"
    if each.done == each.owed:
        return "klaar" if each.owed else "er is niets te doen"
    return "loopt" if each.done else "nog niets gedaan"

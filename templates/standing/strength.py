"""The newest sterkteverdeling, and which version contains it."""

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.fte import fte_in_words
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import StrengthTable, newest
from gehoord.domain.dossier.withdrawn import standing
from gehoord.templates.markdown import plain
from gehoord.templates.wording import capital


def strength(state: State) -> list[str]:
    """Return how the strength stands in Markdown; nothing while no table is known."""
    table = newest(state.strengths)
    if table is None:
        return []
    said = [
        f"{capital(table.in_words)}, uit {plain(table.source)}: "
        f"{fte_in_words(table.eenheid.totaal)} fte, waarvan {fte_in_words(table.wijkagenten)} "
        f"wijkagent{_of_norm(table)}.",
        _of_versions(state, table),
    ]
    if table.follows_by:
        said.append(f"De definitieve volgt uiterlijk {day_in_words(table.follows_by)}.")
    return ["## Sterkteverdeling", "", " ".join(said)]


def _of_norm(table: StrengthTable) -> str:
    if table.norm is None or table.wijkagenten >= table.norm:
        return ""
    return f" (de norm is {table.norm})"


def _of_versions(state: State, table: StrengthTable) -> str:
    holding = [v for v in standing(state.versions) if v.strength == table.id]
    if not holding:
        return "Zij staat nog in geen versie."
    last = max(holding, key=lambda version: version.number)
    return f"Zij staat in versie {last.number}, {plain(last.title)}."

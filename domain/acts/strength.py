# SPDX-License-Identifier: EUPL-1.2
"""A sterkteverdeling is there: its sums are checked, and it is compared with the one before."""

from collections.abc import Sequence
from typing import Any, Final

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.part_adoption import waits_for_definitive
from gehoord.domain.acts.report import StrengthGiven
from gehoord.domain.acts.reported import actions_closed_by, is_given
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.fte import fte_in_words
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_changes import compared
from gehoord.domain.dossier.strength_line import StrengthLine
from gehoord.domain.dossier.strength_sums import SumDifference, differences
from gehoord.domain.dossier.strength_table import StrengthTable, newest
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.reported_as import STRENGTH

_FEW: Final = 10
"""Differences that one refusal names."""


@decide.register
def strength_given(report: StrengthGiven, state: State) -> Act:
    """Keep a sterkteverdeling; a version of the plan contains the one that it names.

    It closes a step with ``melding = "sterkte"``, if it is definitive or the step asks for no more.
    One of which a sum is wrong is kept only with a reason; a growth printed in whole fte is not
    wrong. Fewer wijkagenten than the norm is told, and stands in nobody's way.

    Law: Politiewet 2012, art. 39 lid 1 and art. 38a lid 1.
    """
    _refuse_of_adopted(state)
    _refuse_tree(report.lines)
    _refuse_days(report)
    before = newest(state.strengths)
    found = differences(report.lines, report.growth)
    wrong = [difference for difference in found if not difference.is_accepted]
    _refuse_wrong_sums(report, wrong)
    table = _table(report, state, accepted=report.reason if wrong else "")
    _refuse_the_same(table, before)
    said = [
        _said_of(table),
        _said_of_sums(found, wrong),
        _said_of_norm(table),
        compared(before, table).in_words if before else "",
    ]
    changes = Changes.keeping(report.file) + Changes.adding(table)
    owed = actions_closed_by(STRENGTH, state, ActionState.OPEN)
    done = [action for action in owed if _closes(table, action, state)]
    changes += Changes.replacing((action, action.done(report.on)) for action in done)
    return Act(" ".join(filter(None, said)), changes)


def _table(report: StrengthGiven, state: State, accepted: str) -> StrengthTable:
    number = max((table.number for table in state.strengths), default=0) + 1
    return StrengthTable(
        id=f"{state.id}/sterkte/{number}",
        dossier=state.id,
        number=number,
        recorded_on=report.on,
        as_of=report.as_of,
        valid_from=report.valid_from,
        stands=report.stands,
        follows_by=report.follows_by,
        source=report.source,
        inhabitants=report.inhabitants,
        inhabitants_on=report.inhabitants_on,
        stated_norm=report.stated_norm,
        accepted=accepted,
        **as_filed(report.file),
        lines=report.lines,
        growth=report.growth,
    )


def _closes(table: StrengthTable, action: Action, state: State) -> bool:
    """Whether a table is what the step of an action asks for."""
    return is_given([table], state.as_opened.step(action.step))


def _refuse_of_adopted(state: State) -> None:
    if state.adoption and not waits_for_definitive(state):
        raise RefusedError(
            f"Het plan is al vastgesteld op {day_in_words(state.adoption.taken_on)}, met zijn "
            "sterkteverdeling. Een andere verdeling hoort in een nieuw plan."
        )


def _refuse_tree(lines: Sequence[StrengthLine]) -> None:
    """Refuse lines that are no tree: one unit, and every other line a part of one above it."""
    eenheden = [line for line in lines if not line.level.rank]
    if len(eenheden) != 1:
        raise RefusedError(
            f"De tabel heeft {len(eenheden)} regels voor de eenheid; dat moet er 1 zijn."
        )
    above: dict[str, int] = {}
    for line in lines:
        above[line.name] = min(line.level.rank, above.get(line.name, line.level.rank))
    for line in lines:
        if line.level.rank and above.get(line.parent, line.level.rank) >= line.level.rank:
            raise RefusedError(
                f"'{line.name}' valt onder '{line.parent}', en dat is geen groep in deze tabel."
            )


def _refuse_days(report: StrengthGiven) -> None:
    """Refuse days that contradict each other; figures of a day to come may be planned."""
    if report.follows_by and report.follows_by < report.on:
        raise RefusedError(
            f"De definitieve verdeling kan niet komen op {day_in_words(report.follows_by)}: dat is "
            f"voor {day_in_words(report.on)}. Verbeter de dag.",
            field="definitief_op",
        )
    if report.valid_from and report.valid_from < report.as_of:
        raise RefusedError(
            f"De verdeling kan niet gelden vanaf {day_in_words(report.valid_from)}: haar cijfers "
            f"zijn van {day_in_words(report.as_of)}. Verbeter een van beide dagen.",
            field="geldig_vanaf",
        )


def _refuse_wrong_sums(report: StrengthGiven, wrong: Sequence[SumDifference]) -> None:
    """Refuse a table in which sums do not come out, unless somebody says why it stays so."""
    if not wrong:
        return
    if report.reason:
        refuse_without_ground(report.reason, "waarom de tabel zo blijft")
        return
    more = f" En nog {len(wrong) - _FEW}." if len(wrong) > _FEW else ""
    told = " ".join(f"{_capital(str(difference))}." for difference in wrong[:_FEW])
    raise RefusedError(
        f"{_so_many(wrong)}. {told}{more} Verbeter het bestand, of schrijf bij 'reden' waarom de "
        "tabel zo blijft.",
        field="reden",
    )


def _refuse_the_same(table: StrengthTable, before: StrengthTable | None) -> None:
    """Refuse what is known already: nothing changes by it, whatever file it comes from."""
    if before and _content(table) == _content(before):
        raise RefusedError(f"Dat is al vastgelegd: het is gelijk aan {before.in_words}.")


def _content(table: StrengthTable) -> dict[str, Any]:
    """Return all that a table says, without where in which file it stood."""
    own = {"id", "number", "recorded_on", "document", "file", "withdrawn_on", "withdrawn_because"}
    places = {"__all__": {"row", "split_row"}}
    return table.model_dump(exclude={**dict.fromkeys(own, True), "lines": places, "growth": places})


def _said_of(table: StrengthTable) -> str:
    whole, lines = table.eenheid, counted(len(table.lines), "regel", "regels")
    return (
        f"Vastgelegd: {table.in_words}, {lines}. De eenheid heeft "
        f"{fte_in_words(whole.totaal)} fte: {fte_in_words(whole.aspirant)} aspirant, "
        f"{fte_in_words(whole.wijkagent)} wijkagent en {fte_in_words(whole.overig)} overig."
    )


def _said_of_sums(found: Sequence[SumDifference], wrong: Sequence[SumDifference]) -> str:
    """Return that sums are rounded, or are kept though they are wrong."""
    rounded = [
        f"{d.column}: {fte_in_words(d.written)} voor {fte_in_words(d.exact)}"
        for d in found
        if d.is_accepted
    ]
    said = f"In de groei is het totaal afgerond ({'; '.join(rounded)})." if rounded else ""
    kept = f"{_so_many(wrong)}; met reden vastgelegd." if wrong else ""
    return " ".join(filter(None, [said, kept]))


def _said_of_norm(table: StrengthTable) -> str:
    if table.norm is None or table.wijkagenten >= table.norm:
        return ""
    return (
        f"Let op: {fte_in_words(table.wijkagenten)} wijkagenten is minder dan de norm van "
        f"{table.norm}."
    )


def _so_many(wrong: Sequence[SumDifference]) -> str:
    return f"{counted(len(wrong), 'som klopt', 'sommen kloppen')} niet"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

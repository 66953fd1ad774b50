# SPDX-License-Identifier: EUPL-1.2
"""`gehoord status`: what is open, and what is late."""

from collections.abc import Iterator
from datetime import date

from gehoord.app.adoption_as_json import adoption_as_json
from gehoord.app.arguments import AsJson, Day, Dossiers
from gehoord.app.explaining import preparation_as_json
from gehoord.app.paths import drifting, paths_as_json
from gehoord.app.printing import as_json, say, table
from gehoord.app.register import register, the_dossier
from gehoord.calendar.dutch import by_letters, counted, day_in_words, full_day_in_words
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.proposed import has_proposed_day
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.uitvoering import theme_of
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.outgoing.preparation import preparation
from gehoord.domain.outgoing.processing import Processing, processing
from gehoord.domain.outgoing.uitvoeringsplannen import YearOfPlans, years_of_plans
from gehoord.domain.outgoing.whose_turn import whose_turn
from gehoord.flows import clock
from gehoord.store.mailed import sent_without_arriving
from gehoord.store.state import state_of
from gehoord.store.undelivered import undelivered
from gehoord.templates.standing.late import how_late
from gehoord.templates.told_assents import assents_in_words
from gehoord.templates.told_processing import answered_in_words, left_in_words


def status(dossier: Dossiers = None, on: Day = None, json: AsJson = False) -> None:
    """Toon wat openstaat, het eerste bovenaan, en wat te laat is."""
    where, day = register(), on or clock.today()
    name = the_dossier(dossier, where)
    with where.reading() as reader:
        state, failing = state_of(reader, name), undelivered(reader, name)
        missed = sent_without_arriving(reader, state)
    if json:
        as_json(_as_json(state, day, missed) | {"undelivered": [_undelivered(m) for m in failing]})
    else:
        _show(state, day)
        say(*map(_fails, failing))


def _fails(message: Message) -> str:
    """Return in a sentence which mail does not arrive, and whether it is tried again."""
    again = "; Gehoord probeert het opnieuw" if message.next_attempt_at else ""
    to = message.address or message.recipient
    return f"Mail komt niet aan bij {to}: {message.subject} ({message.failure}){again}."


def _undelivered(message: Message) -> dict[str, object]:
    return {
        "id": message.id,
        "address": message.address,
        "subject": message.subject,
        "state": message.state,
        "why": message.failure,
        "next_attempt": message.next_attempt_at,
    }


def _waiting(state: State) -> list[Action]:
    """Return the open actions, the first to be done on top; those without a day come last."""
    return sorted(state.open_actions(), key=_place)


def _place(action: Action) -> tuple[date, str, str]:
    return action.due_on or date.max, action.step, by_letters(action.owner_name)


def _settled(state: State) -> int:
    return sum(hearing.is_settled for hearing in state.owed_hearings)


def _as_json(state: State, on: date, missed: frozenset[str]) -> dict[str, object]:
    """Return the documented JSON shape."""
    return {
        "dossier": state.dossier.id,
        "state": state.dossier.state,
        "mode": state.dossier.mode,
        "heard": _settled(state),
        "councils": len(state.owed_hearings),
        "reasons": [
            {"code": r.code, "office": r.office, "on": r.given_on, "ground": r.ground}
            for r in standing(state.reasons)
        ],
        "paths": paths_as_json(state, on, missed),
        "preparation": preparation_as_json(preparation(state)),
        "processing": _processing_as_json(processing(state), on),
        "adoption": adoption_as_json(state),
        "uitvoeringsplannen": [_plans_as_json(year) for year in years_of_plans(state, on)],
        "actions": [
            {
                "id": a.id,
                "name": a.name,
                "step": a.step,
                "owner": a.owner,
                "due": a.due_on,
                "precision": a.precision,
                "words": a.words,
                "late": a.is_late(on),
                "proposed": has_proposed_day(state, a.step),
            }
            for a in _waiting(state)
        ],
    }


def _plans_as_json(of: YearOfPlans) -> dict[str, object]:
    return {
        "year": of.year,
        "adopted": [
            {"theme": theme_of(b), "on": b.taken_on, "by": b.by, "document": b.document}
            for b in of.adopted
        ],
        "in_concept": [
            {"theme": theme, "sent_on": sent.sent_on, "respond_by": sent.respond_by}
            for theme, sent in of.in_draft
        ],
        "missing": list(of.missing),
        "open": of.is_owed,
    }


def _processing_as_json(of: Processing | None, on: date) -> dict[str, object] | None:
    if of is None:
        return None
    return {
        "zienswijzen": of.said,
        "late": of.late,
        "open": of.open,
        "open_points": of.points,
        "working_days_left": of.working_days_left(on),
    }


def _known(state: State, on: date) -> Iterator[str]:
    """Yield how the preparation stands, and how far the answers of the councils are processed."""
    for part in preparation(state):
        yield f"- {part.in_words}"
    if found := processing(state):
        yield f"- {answered_in_words(found)} {left_in_words(found, on)}".rstrip()
    yield from drifting(state, on)
    for year in years_of_plans(state, on):
        yield f"- {year.in_words}"
    for told in assents_in_words(state):
        yield f"- {told}"


def _open_in_words(state: State, waiting: list[Action], late: int) -> str:
    """Return how much is open, how much of it is late, and who can act now."""
    whose = f" Aan de beurt: {whose_turn(state, waiting)}." if waiting else ""
    of_which = f", waarvan {late} te laat" if late else ""
    return f"Open: {counted(len(waiting), 'actie', 'acties')}{of_which}.{whose}"


def _show(state: State, on: date) -> None:
    """Print what is open, for people."""
    waiting = _waiting(state)
    late = sum(a.is_late(on) for a in waiting if not a.is_outside_plan)
    silent = sum(h.state is HearingState.SILENT for h in state.owed_hearings)
    without = f", {silent} zonder antwoord" if silent else ""
    councils = counted(len(state.owed_hearings), "raad", "raden")
    say(
        f"{state.dossier.title} ({state.dossier.state}, stand '{state.dossier.mode}')",
        f"Gehoord: {_settled(state) - silent} van {councils}{without}. "
        + _open_in_words(state, waiting, late),
    )
    say(*_known(state, on))
    for reason in standing(state.reasons):
        given = day_in_words(reason.given_on)
        say(f"Reden bij '{reason.code}' ({reason.office}, {given}): {reason.ground}")
    table(
        ("Uiterlijk", "Te laat", "Wie", "Wat", "Stap"),
        [
            (
                full_day_in_words(a.due_on) if a.due_on and a.names_day else a.due_in_words,
                how_late(a, on, proposed=has_proposed_day(state, a.step)),
                a.owner_name,
                a.title,
                a.step,
            )
            for a in waiting
        ],
    )

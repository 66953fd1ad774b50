"""`gehoord status`: what is open, and what is late."""

from datetime import date

from gehoord.app.arguments import AsJson, Day, Dossiers
from gehoord.app.printing import as_json, say, table
from gehoord.app.register import register, the_dossier
from gehoord.calendar.dutch import counted, day_in_words, full_day_in_words
from gehoord.domain.dossier.action import Action
from gehoord.flows import clock
from gehoord.store.state import state_of


def status(dossier: Dossiers = None, on: Day = None, json: AsJson = False) -> None:
    """Toon wat openstaat, het eerste bovenaan, en wat te laat is."""
    where, day = register(), on or clock.today()
    name = the_dossier(dossier, where)
    with where.reading() as reader:
        state = state_of(reader, name)
    waiting = sorted(state.open_actions(), key=lambda a: (a.due_on, a.step, a.owner_name))
    owed = state.owed_hearings
    settled = sum(h.is_settled for h in owed)
    if json:
        as_json(
            {
                "dossier": name,
                "state": state.dossier.state,
                "heard": settled,
                "councils": len(owed),
                "reasons": [
                    {"code": r.code, "office": r.office, "on": r.given_on, "ground": r.ground}
                    for r in state.reasons
                ],
                "actions": [
                    {
                        "id": a.id,
                        "name": a.name,
                        "step": a.step,
                        "owner": a.owner,
                        "due": a.due_on,
                        "precision": a.precision,
                        "words": a.words,
                        "late": a.is_late(day),
                    }
                    for a in waiting
                ],
            }
        )
        return
    late = sum(a.is_late(day) for a in waiting)
    say(
        f"{state.dossier.title} ({state.dossier.state})",
        f"Gehoord: {settled} van {counted(len(owed), 'raad', 'raden')}. "
        f"Open: {counted(len(waiting), 'actie', 'acties')}, waarvan {late} te laat.",
    )
    for reason in state.reasons:
        given = day_in_words(reason.given_on)
        say(f"Reden bij '{reason.code}' ({reason.office}, {given}): {reason.ground}")
    table(
        ("Uiterlijk", "", "Wie", "Wat", "Stap"),
        [
            (
                full_day_in_words(a.due_on) if a.names_day else a.due_in_words,
                _how_late(a, day),
                a.owner_name,
                a.title,
                a.step,
            )
            for a in waiting
        ],
    )


def _how_late(action: Action, on: date) -> str:
    """Return how late an action is; by how many days only if its plan names a day."""
    if not action.is_late(on):
        return ""
    if not action.names_day:
        return "volgens de planning voorbij"
    return f"{counted((on - action.due_on).days, 'dag', 'dagen')} te laat"

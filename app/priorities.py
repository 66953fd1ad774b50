# SPDX-License-Identifier: EUPL-1.2
"""`gehoord priorities`: in how many municipalities a subject is a priority, and who did not say."""

from gehoord.app.arguments import AsJson, DossierArgument
from gehoord.app.printing import as_json, say, table
from gehoord.app.register import register, the_dossier
from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.domain.dossier.goals import GoalsOfCouncil, day_of_themes, goals_of_councils
from gehoord.domain.dossier.likeness import Suggestion, suggestions
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import (
    CountedPriority,
    answers,
    clusters,
    counted_priorities,
    former_of,
    unanswered,
)
from gehoord.flows import clock
from gehoord.store.state import state_of


def priorities(dossier: DossierArgument, json: AsJson = False) -> None:
    """Toon in hoeveel gemeenten een onderwerp een prioriteit is, en wie nog niet antwoordde."""
    where = register()
    with where.reading() as reader:
        state = state_of(reader, the_dossier(dossier, where))
    show = _show_as_json if json else _show
    show(state, counted_priorities(state), _suggested(state), _goals(state))


def _suggested(state: State) -> list[Suggestion]:
    """Return what looks alike, of the wordings that are in no cluster."""
    loose = [w for each in counted_priorities(state) if not each.is_cluster for w in each.wordings]
    return suggestions(loose, clusters(state))


def _goals(state: State) -> list[GoalsOfCouncil]:
    return goals_of_councils(state, day_of_themes(state) or clock.today())


def _show(
    state: State,
    subjects: list[CountedPriority],
    suggested: list[Suggestion],
    goals: list[GoalsOfCouncil],
) -> None:
    waiting, said = unanswered(state), answers(state)
    of = counted(len(state.living), "gemeente", "gemeenten")
    say(f"Lokale prioriteiten: {len(said)} van {of} gaven ze door.")
    if waiting and said:
        say(f"Nog niet: {enumeration([m.name for m in waiting])}.")
    if subjects:
        table(
            ("Gemeenten", "Onderwerp", "Cluster", "Wie"),
            [
                (str(s.number), s.name, "ja" if s.is_cluster else "", ", ".join(s.municipalities))
                for s in subjects
            ],
        )
    _show_likeness(suggested)
    _show_goals([each for each in goals if each.is_missing])


def _show_likeness(suggested: list[Suggestion]) -> None:
    if suggested:
        say("Dit lijkt op elkaar; u beslist (gehoord record cluster, of het rekenblad):")
        table(("Prioriteit", "Lijkt op", "Omdat het"), [_of_likeness(s) for s in suggested])


def _show_goals(goals: list[GoalsOfCouncil]) -> None:
    if goals:
        say("Veiligheidsplannen (IVP) die niet gelden op de dag dat de thema's worden gekozen:")
        table(("Gemeente", "Vastgesteld op", "Stand"), [_of_goals(each) for each in goals])


def _of_likeness(suggestion: Suggestion) -> tuple[str, str, str]:
    like = f"cluster {suggestion.like}" if suggestion.is_cluster else suggestion.like
    return suggestion.wording, like, suggestion.because


def _of_goals(goals: GoalsOfCouncil) -> tuple[str, str, str]:
    set_on = day_in_words(goals.set_on) if goals.set_on else ""
    return goals.municipality.name, set_on, goals.stand


def _show_as_json(
    state: State,
    subjects: list[CountedPriority],
    suggested: list[Suggestion],
    goals: list[GoalsOfCouncil],
) -> None:
    """Print the documented JSON shape."""
    as_json(
        {
            "answers": [_answer(state, answer) for answer in answers(state)],
            "unanswered": [m.code for m in unanswered(state)],
            "subjects": list(map(_subject, subjects)),
            "suggestions": list(map(_suggestion, suggested)),
            "goals": list(map(_goal, goals)),
        }
    )


def _answer(state: State, answer: LocalPriorities) -> dict[str, object]:
    former = former_of(state, answer)
    return {
        "code": answer.municipality,
        "name": answer.name,
        "on": answer.given_on,
        "priorities": list(answer.priorities),
        "source": answer.source,
        "unchanged": answer.is_unchanged,
        "former": list(former.priorities) if former else [],
    }


def _subject(subject: CountedPriority) -> dict[str, object]:
    return {
        "name": subject.name,
        "cluster": subject.is_cluster,
        "wordings": list(subject.wordings),
        "municipalities": list(subject.municipalities),
        "count": subject.number,
    }


def _suggestion(suggestion: Suggestion) -> dict[str, object]:
    return {
        "wording": suggestion.wording,
        "like": suggestion.like,
        "cluster": suggestion.is_cluster,
        "because": suggestion.because,
    }


def _goal(goals: GoalsOfCouncil) -> dict[str, object]:
    return {
        "code": goals.municipality.code,
        "name": goals.municipality.name,
        "set_on": goals.set_on,
        "until": goals.until,
        "state": goals.stand,
    }

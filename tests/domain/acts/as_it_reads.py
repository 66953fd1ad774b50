# SPDX-License-Identifier: EUPL-1.2
"""What a dossier says to whoever reads it: without what was withdrawn, and how often it changed."""

from typing import Any

from gehoord.domain.acts.next_steps import lapsed_since_added
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.frozen import Frozen

COUNTED = {"sequence", "changed_on", "remind_on", "is_told_late"}
"""What says how often and when an action changed, and of which reminders it is done with."""
MEETING = {"meets_on", "meeting_stands", "meeting_sequence", "meeting_changed_on"}


def as_it_reads(state: State) -> dict[str, Any]:
    """Return all that counts; a step that came and lapsed since is as if it never came.

    What is outside the plan is left out: it has days that tell when something was late, or asked.
    """
    gone = set(lapsed_since_added(state))
    return {
        "dossier": state.dossier.model_dump(exclude={"added"}),
        "steps": [_plain(line) for line in state.lines if line.step not in gone],
        "actions": [_plain(a) for a in state.actions if a.step not in gone and not a.about],
        "municipalities": list(map(_plain, state.municipalities)),
        "hearings": list(map(_of_council, state.hearings)),
        "appeals": list(map(_plain, state.appeals)),
        "versions": list(map(_plain, standing(state.versions))),
        "zienswijzen": list(map(_plain, standing(state.zienswijzen))),
        "responses": list(map(_plain, standing(state.responses))),
        "reviewers": list(map(_plain, standing(state.reviewers))),
        "circulations": list(map(_plain, standing(state.circulations))),
        "points": list(map(_plain, standing(state.points))),
        "besluiten": list(map(_plain, standing(state.besluiten))),
        "assents": list(map(_plain, standing(state.assents))),
        "conditions": list(map(_plain, standing(state.conditions))),
        "rehearings": list(map(_plain, standing(state.rehearings))),
        "reasons": list(map(_plain, standing(state.reasons))),
        "polls": list(map(_plain, standing(state.polls))),
        "candidates": list(map(_plain, standing(state.candidates))),
        "choices": list(map(_plain, standing(state.choices))),
        "requests": list(map(_plain, standing(state.requests))),
        "strengths": list(map(_plain, standing(state.strengths))),
        "priorities": list(map(_plain, standing(state.priorities))),
        "pictures": list(map(_plain, standing(state.pictures))),
        "sessions": list(map(_plain, standing(state.sessions))),
        "own_words": list(map(_plain, standing(state.own_words))),
        "clusters": list(map(_plain, standing(state.clusters))),
    }


def _of_council(hearing: Hearing) -> dict[str, Any]:
    """Return a hearing; its meeting as people read it: one that lapsed is as if it never was."""
    said = hearing.model_dump(exclude=MEETING)
    return {**said, "meeting": (hearing.meeting_on, hearing.meeting_stands)}


def _plain(item: Frozen) -> dict[str, Any]:
    return item.model_dump(exclude=COUNTED)

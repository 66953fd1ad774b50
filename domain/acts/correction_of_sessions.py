# SPDX-License-Identifier: EUPL-1.2
"""What was recorded of an information session by mistake is taken back."""

from collections.abc import Callable

from gehoord.domain.acts.act import Act
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.info_sessions import session_named, step_follows
from gehoord.domain.acts.report import Corrected
from gehoord.domain.dossier.attendance import info_sessions
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError


def session_taken_back(report: Corrected, state: State) -> Act:
    """Withdraw a session that should never have been there; who was invited hears so."""
    session = _meant(report, state, lambda each: True, "vastgelegd")
    changes = Changes.replacing([(session, session.withdraw(report.reason, report.on))])
    return _act(report, state, session, changes, "de informatiesessie")


def session_count_taken_back(report: Corrected, state: State) -> Act:
    """Take back that a session was held and how many came."""
    session = _meant(report, state, lambda each: bool(each.counted_on), "gehouden en geteld")
    uncounted = session.model_copy(update={"counted_on": None, "attendance": ()})
    changes = Changes.replacing([(session, uncounted)])
    return _act(report, state, session, changes, "het aantal aanwezigen bij sessie")


def session_on_again(report: Corrected, state: State) -> Act:
    """Take back that a session was called off: it goes on, and who was invited hears so."""
    session = _meant(report, state, lambda each: bool(each.called_off_on), "afgezegd")
    on_again = session.changed(report.on, called_off_on=None, called_off_because="")
    changes = Changes.replacing([(session, on_again)])
    return _act(report, state, session, changes, "dat niet doorging: sessie")


def _act(report: Corrected, state: State, session: InfoSession, changes: Changes, what: str) -> Act:
    return Act(
        f"Teruggenomen: {what} {session.called}.",
        changes + step_follows(state, changes, session, report.on),
    )


def _meant(
    report: Corrected, state: State, fits: Callable[[InfoSession], bool], how: str
) -> InfoSession:
    """Return the session that is meant: by its number, or the only one that fits."""
    refuse_after_adoption(state)
    fitting = [each for each in info_sessions(state) if fits(each)]
    if not fitting:
        raise RefusedError(f"Er is geen informatiesessie {how}.")
    if not report.whose and len(fitting) > 1:
        choices = "; ".join(each.called for each in fitting)
        raise RefusedError(
            f"Er zijn er meer. Noem het nummer (actiehouder, --wie): {choices}.",
            field="actiehouder",
        )
    session = session_named(report.whose, state) if report.whose else fitting[0]
    if session not in fitting:
        raise RefusedError(f"Sessie {session.number} is niet {how}.", field="actiehouder")
    return session

# SPDX-License-Identifier: EUPL-1.2
"""The adviser answers a request with words; or the request, or his answer, was a mistake."""

import re
from collections.abc import Iterable

from gehoord.domain.acts.access import in_words, party_named
from gehoord.domain.acts.act import Act, RequestReplied, RequestReplyWrong, decide
from gehoord.domain.acts.report import Corrected, RequestAnswered
from gehoord.domain.acts.requests import owed_again
from gehoord.domain.acts.settlement import settlement
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.request import PartyRequest, Reply, RequestKind, RequestState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import GehoordError, Onward, RefusedError
from gehoord.domain.nearby import meant
from gehoord.law.politiewet import HEAR_COUNCILS


@decide.register
def request_answered(report: RequestAnswered, state: State) -> Act:
    """Keep what the adviser answers to a request, and tell whoever made it."""
    asked = _open_request(state, report.request)
    _refuse_to_grant(asked, report.reply, state)
    if report.on < asked.asked_on:
        raise RefusedError(
            f"Verzoek {asked.number} kwam pas na die dag. Verbeter de dag.", field="op"
        )
    answered = asked.settled(RequestState(report.reply), report.on, report.text)
    action = _action_of(state, asked)
    changes = Changes.replacing([(asked, answered)])
    return Act(
        f"Verzoek {asked.number} is {report.reply}: {asked.what}, van "
        f"{in_words(state, asked.recipient)}.",
        changes + Changes.replacing([(action, action.done(report.on))]),
        (RequestReplied(asked.id),),
        "Wie het verzoek deed, krijgt bericht.",
    )


def request_taken_back(report: Corrected, state: State) -> Act:
    """Take back a request that is not settled: it was recorded by mistake."""
    mine = _recorded(report, state)
    open_ones = [asked for asked in mine if asked.is_open]
    if not open_ones:
        settled = mine[-1]
        raise RefusedError(
            f"Verzoek {settled.number} is al {settled.state} en staat vast. Was dat een "
            "vergissing, neem dat dan eerst terug: het antwoord, of het uitstel."
        )
    asked = _only(open_ones)
    action = _action_of(state, asked)
    changes = Changes.replacing([(asked, asked.withdraw(report.reason, report.on))])
    return Act(
        f"Teruggenomen: verzoek {asked.number} van {asked.name}, {asked.what}.",
        changes + Changes.replacing([(action, action.lapsed(report.on))]),
    )


def request_answer_taken_back(report: Corrected, state: State) -> Act:
    """Take back what the adviser answered to a request: it is open again."""
    answered = [asked for asked in _recorded(report, state) if asked.answer]
    if not answered:
        of = f" van '{report.whose}'" if report.whose else ""
        raise RefusedError(f"Op een verzoek{of} is geen antwoord vastgelegd.")
    asked = _only(answered)
    action = _action_of(state, asked)
    by_hearing = settlement(state, asked) if asked.is_about_hearing else None
    stands = (
        f"is {by_hearing.state} door wat er daarna gebeurde"
        if by_hearing
        else ("staat weer open. Ging de mail al weg, dan krijgt wie het vroeg uw nieuwe antwoord")
    )
    return Act(
        f"Teruggenomen: het antwoord op verzoek {asked.number} van {asked.name}. Het {stands}.",
        Changes.replacing([(asked, asked.reopened())])
        + Changes.replacing([(action, owed_again(action, report.on))]),
        (RequestReplyWrong(asked.id),),
    )


def _refuse_to_grant(asked: PartyRequest, reply: Reply, state: State) -> None:
    """Refuse to grant in words what has a report of its own, or what the law does not allow."""
    if reply is not Reply.GRANTED:
        return
    if asked.question is RequestKind.RESPITE:
        council = state.municipality(asked.owner).name
        filled = {"gemeente": council, "naar": str(asked.until)}
        raise RefusedError(
            f"Wijst u verzoek {asked.number} toe? Geef het uitstel dan zelf (melding 'uitstel'): "
            "de griffie krijgt daar bericht van, en het verzoek is klaar.",
            onward=(Onward("Geeft u uitstel?", "uitstel", filled),),
            field="uitkomst",
        )
    if asked.question is RequestKind.COMMITTEE:
        raise RefusedError(
            f"Verzoek {asked.number} kan niet worden toegewezen: alleen de raad zelf kan worden "
            "gehoord, een commissie niet. Leg dat uit in uw antwoord.",
            HEAR_COUNCILS,
            field="uitkomst",
        )


def _open_request(state: State, said: str) -> PartyRequest:
    """Return the open request that people mean: by its number, or by whose it is.

    Raises:
        RefusedError: there is none, or several of one party.
        GehoordError: nobody by that name has a page in this dossier.
    """
    open_ones = [asked for asked in state.requests if asked.is_open]
    if not open_ones:
        raise RefusedError("Er staat geen verzoek open.")
    found = [asked for asked in open_ones if _is_meant(state, asked, said)]
    if len(found) == 1:
        return found[0]
    why = "Er staan er meer open" if found else "Dat verzoek staat niet open"
    choices = _choices(found or open_ones)
    raise RefusedError(f"{why}. Noem het nummer: {choices}.", field="verzoek")


def _is_meant(state: State, asked: PartyRequest, said: str) -> bool:
    """Whether people mean a request: by its number, with more behind it, or by whose it is."""
    if number := re.match(r"\s*(\d+)\b", said):
        return int(number[1]) == asked.number
    return asked.recipient == _key(state, said)


def _recorded(report: Corrected, state: State) -> list[PartyRequest]:
    """Return the requests that people mean and that were not withdrawn, by number.

    Without a name all of them are meant.

    Raises:
        RefusedError: there are none; names the others.
        GehoordError: nobody by that name has a page in this dossier.
    """
    known, said = standing(state.requests), report.whose
    found = [asked for asked in known if not said or _is_meant(state, asked, said)]
    if not found:
        there = f" Noem het nummer: {_choices(known)}." if known else ""
        who = f"Van '{said}'" if said else "Er"
        raise RefusedError(f"{who} is geen verzoek vastgelegd.{there}", field="actiehouder")
    return sorted(found, key=lambda asked: asked.number)


def _only(found: list[PartyRequest]) -> PartyRequest:
    """Return the one request that can be meant; of several the number must be named."""
    if len(found) > 1:
        raise RefusedError(
            f"Er zijn er meer. Noem het nummer (actiehouder, --wie): {_choices(found)}.",
            field="actiehouder",
        )
    return found[0]


def _choices(found: Iterable[PartyRequest]) -> str:
    return "; ".join(asked.called for asked in found)


def _key(state: State, said: str) -> str:
    """Return the key of a party; one that asked before is known by the name it had then."""
    known = {asked.name: asked.recipient for asked in state.requests}
    if name := meant(said, known):
        return known[name]
    return party_named(state, said)


def _action_of(state: State, asked: PartyRequest) -> Action:
    if action := state.actions.one(asked.action):
        return action
    raise GehoordError(
        f"Van verzoek {asked.number} ontbreekt de actie. Kijk met 'gehoord verify' wat buiten het "
        "journaal om is veranderd."
    )

# SPDX-License-Identifier: EUPL-1.2
"""To whom a draft goes: who is named, else all who read along, and after that who was critical."""

from collections.abc import Sequence
from typing import NamedTuple

from gehoord.calendar.dutch import counted
from gehoord.domain.acts.report import ReviewAsked
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.circulated import (
    circulations_of,
    critics,
    draft_in_words,
    responses_to,
    version_before,
)
from gehoord.domain.dossier.circulation import SentTo
from gehoord.domain.dossier.handed import Handed, handed_in
from gehoord.domain.dossier.readers import all_readers, reader_called, readers_named
from gehoord.domain.dossier.rounds_answered import perhaps_critical
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Step


class MeantReaders(NamedTuple):
    """Who is to get a draft, and whether responding is free for them."""

    readers: Sequence[SentTo]
    is_voluntary: bool


def meant_readers(state: State, version: DraftVersion, report: ReviewAsked) -> MeantReaders:
    """Return who is meant: those who are named, else everybody or who was critical.

    Raises:
        RefusedError: there is nobody, or of who was critical nobody knows the address.
    """
    before = version_before(state, version)
    if report.who:
        return MeantReaders(readers_named(state, report.who), before is not None)
    if before is None:
        return MeantReaders(_everybody(state), is_voluntary=False)
    return MeantReaders(_critical(state, version, before, report), is_voluntary=True)


def _critical(
    state: State, version: DraftVersion, before: DraftVersion, report: ReviewAsked
) -> list[SentTo]:
    """Return who was critical of the version before; by mail only whom mail reaches."""
    critical = critics(state, before)
    if not critical:
        raise RefusedError(
            f"Niemand heet kritisch op {draft_in_words(before)}, dus er is niemand aan wie "
            f"{draft_in_words(version)} vanzelf gaat. Noem wie haar krijgt, of leg eerst vast wie "
            "kritisch was (melding 'houding').",
            field="wie",
        )
    found = [(name, reader_called(state, name)) for name in critical]
    nowhere = [name for name, reader in found if reader is None]
    if nowhere:
        by_hand = " (het adres mag weg, want u verstuurde het zelf)" if report.was_sent else ""
        raise RefusedError(
            f"Kritisch, maar geen meelezer met een adres: {some(nowhere)}. Geef het adres onder "
            f"die naam (melding 'meelezers'){by_hand}, of noem wie de versie wel krijgt.",
            field="wie",
        )
    return [reader for _, reader in found if reader]


def _everybody(state: State) -> list[SentTo]:
    readers = all_readers(state)
    if not readers:
        raise RefusedError(
            "Er zijn nog geen meelezers. Leg eerst vast wie meelezen (melding 'meelezers'), of "
            "noem wie de versie krijgt.",
            field="wie",
        )
    return readers


def who_lack_it(
    state: State, version: DraftVersion, step: Step, wanted: Sequence[SentTo], *, by_mail: bool
) -> list[SentTo]:
    """Return who did not get this file in this step yet, at the address that is right now.

    Of several addresses of one reader those are left out at which he has it. Whose mail is still
    to leave lacks nothing; whose mail did not arrive or was withdrawn does.

    Raises:
        RefusedError: everybody has it, or gets it, or of somebody no address is known.
    """
    known = _who_have(state, version, step)
    if by_mail:
        lack = [part for one in wanted for part in _without(one, known)]
        refuse_without_address(lack)
    else:
        there = {each.reader.recipient for each in known}
        lack = [one for one in wanted if one.recipient not in there]
    if not lack:
        raise _nobody_lacks(version, wanted, known)
    return lack


def _who_have(state: State, version: DraftVersion, step: Step) -> list[Handed]:
    """Return who has this file of a version, or gets it, in a step."""
    found = (
        one
        for sent in circulations_of(state, version, step.id)
        for one in handed_in(state, sent)
        if one.document in (None, version.document)
    )
    return [one for one in found if one.has_it or one.is_to_leave]


def _without(wanted: SentTo, known: Sequence[Handed]) -> list[SentTo]:
    """Return a reader with those of its addresses at which it did not get a draft, if any."""
    own = (each for each in known if each.reader.recipient == wanted.recipient)
    there = {address for each in own for address in each.addresses}
    lack = [address for address in wanted.address.split(", ") if address not in there]
    return [wanted.model_copy(update={"address": ", ".join(lack)})] if lack else []


def _nobody_lacks(
    version: DraftVersion, wanted: Sequence[SentTo], known: Sequence[Handed]
) -> RefusedError:
    """Return the refusal to send a draft to who has it, or gets it."""
    meant = {one.recipient for one in wanted}
    waits = [e.reader.name for e in known if e.is_to_leave and e.reader.recipient in meant]
    if waits:
        return RefusedError(
            f"De mail met {draft_in_words(version)} aan {some(waits)} staat klaar en moet nog "
            "vertrekken. U hoeft niets te doen.",
            field="wie",
        )
    return RefusedError(f"{_all_of(wanted)} heeft {draft_in_words(version)} al.", field="wie")


def refuse_without_address(readers: Sequence[SentTo]) -> None:
    """Refuse to mail a draft to somebody of whom no address is known."""
    without = [one.name for one in readers if not one.address]
    if without:
        raise RefusedError(
            f"Van {some(without)} is geen mailadres bekend. Geef het (melding 'adres'), of noem "
            "alleen wie wel een adres heeft.",
            field="wie",
        )


def _all_of(wanted: Sequence[SentTo]) -> str:
    return wanted[0].name if len(wanted) == 1 else "Ieder van hen"


def unjudged_in_words(state: State, version: DraftVersion, report: ReviewAsked) -> str:
    """Return in Dutch of how many responses to the version before nobody said how they stand."""
    before = version_before(state, version)
    if before is None or report.who:
        return ""
    unjudged = [each for each in responses_to(state, before) if each.stance is None]
    if not unjudged:
        return ""
    asking = {each.id for each in perhaps_critical(state)}
    likely = [each.sender for each in unjudged if each.id in asking]
    hint = f", waaronder {some(likely)} met een wens" if likely else ""
    many = counted(len(unjudged), "reactie is", "reacties zijn")
    return f" Let op: {many} nog niet als instemmend of kritisch beoordeeld{hint}."

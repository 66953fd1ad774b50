# SPDX-License-Identifier: EUPL-1.2
"""What a form asks to be opened, read as a proposal with its unit."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from gehoord.domain.acts.opening_forms import LayingOut, Opening, called
from gehoord.domain.checks import Case
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import THE_FORM, read_toml
from gehoord.domain.learned.extending import extension_of
from gehoord.domain.learned.practice import Practice
from gehoord.domain.proposal.proposal import Extension, Proposal
from gehoord.procedures.choices import chosen, eenheden_in, proposals_in
from gehoord.procedures.library import eenheid_named, proposal_of, refuse_unworkable
from gehoord.store.reader import Reader
from gehoord.store.state import state_of
from gehoord.tasks.dossier_name import dossier_name
from gehoord.tasks.file_names import plain
from gehoord.tasks.practice import practice_in
from gehoord.templates.laid_out import LaidOutText, laid_out_after, laid_out_for


class Proposed(NamedTuple):
    """A dossier as it is to be opened.

    Attributes:
        name: of the dossier.
        case: the proposal with its unit and plan, ready to be judged.
        text: the proposal as its own TOML.
        remarks: what an adviser must know of what was laid out for him, in Dutch sentences.
        after: the dossier that it follows on, if it does.
    """

    name: str
    case: Case
    text: str
    remarks: tuple[str, ...] = ()
    after: str = ""


def proposed(asked: Opening, own: Path, reader: Reader) -> Proposed:
    """Return the dossier that is opened from a proposal that is there.

    Args:
        asked: what was filled in.
        own: the folder with the proposals of the adviser himself.
        reader: of the register.

    Raises:
        GehoordError: there is no such proposal, it is not valid, or the name cannot be one.
    """
    read_as = chosen(asked.proposal, proposals_in(own), "Het voorstel")
    proposal, eenheid, text = proposal_of(read_as)
    name = dossier_name(asked.name or Path(asked.proposal).name.removesuffix(".toml"))
    return Proposed(name, _case(proposal, eenheid, _practice(reader)), text)


def laid_out(asked: LayingOut, own: Path, reader: Reader, on: date) -> Proposed:
    """Return the dossier that is opened from a proposal which is laid out here.

    Args:
        asked: what was filled in.
        own: the folder with the unit of the adviser himself.
        reader: of the register.
        on: today.

    Raises:
        GehoordError: the answers do not go together, nothing can be laid out, or the name cannot
            be one.
    """
    asked.refuse_contradiction()
    practice = _practice(reader)
    made = _made(asked, own, reader, on, practice)
    proposal = read_toml(Proposal, made.text.encode(), "Het gemaakte voorstel")
    refuse_unworkable(proposal, made.eenheid)
    name = dossier_name(asked.name or plain(proposal.beleidsplan.name))
    case = _case(proposal, made.eenheid, practice)
    return Proposed(name, case, made.text, made.remarks, asked.after)


def _case(proposal: Proposal, eenheid: Eenheid, practice: Practice) -> Case:
    before = practice.before(proposal.beleidsplan.start)
    return replace(Case.of(proposal, eenheid), practice=before)


def _made(asked: LayingOut, own: Path, reader: Reader, on: date, practice: Practice) -> LaidOutText:
    if asked.after:
        state = state_of(reader, asked.after)
        extension = _extension(asked, state, on)
        return laid_out_after(state, asked.adoption, extension, on, practice.before)
    eenheid = eenheid_named(chosen(asked.eenheid, eenheden_in(own), "De eenheid"))
    if asked.adoption is None:
        raise GehoordError(f"{THE_FORM}: vul {called('vaststelling')} nog in.")
    return laid_out_for(eenheid, asked.adoption, asked.previous, on, practice.before)


def _extension(asked: LayingOut, state: State, on: date) -> Extension | None:
    if asked.decided_on is None:
        return None
    return extension_of(
        state, asked.decided_on, asked.ground, on, (called("besloten"), called("grond"))
    )


def _practice(reader: Reader) -> Practice:
    """Return what earlier procedures teach; a dossier that cannot be read stands in no one's way.

    `gehoord verify` names it.
    """
    try:
        return practice_in(reader)
    except GehoordError:
        return practice_in(None)

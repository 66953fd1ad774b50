# SPDX-License-Identifier: EUPL-1.2
"""A letter that came back goes again to the new address, in the same round, and that is said."""

from datetime import date
from pathlib import Path

import pytest

from gehoord.domain.acts.report import (
    AddressGiven,
    Agreed,
    Corrected,
    CouncilHeard,
    VersionMade,
)
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.journal import JournalEntry, changes_of
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Letter
from gehoord.flows.hearing import hear
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store import outbox
from gehoord.store.register import Register
from gehoord.store.verify import verify
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from tests.tasks.postbus import mark_sent

SENT, LATER = date(2027, 6, 17), date(2027, 6, 21)
OLD, NEW = "oud@texel.example", "griffie@texel.example"


def address(register: Register, to: str, on: date = LATER) -> str:
    given = AddressGiven(on=on, who="Texel", address=to)
    return record(register, "klein", given, on).text


def letters(register: Register) -> list[Message]:
    """Return the ontwerp letters of Texel in the order in which they were made."""
    with register.reading() as reader:
        found = reader.all(Message, "klein", letter=Letter.ONTWERP, recipient="GM0448")
    return sorted(found, key=lambda m: (m.round or 0, m.edition))


def ask(register: Register, on: date = SENT) -> None:
    record(register, "klein", VersionMade(on=on, step="ontwerp"), on)
    for client in ("regioburgemeester", "hoofdofficier"):
        record(register, "klein", Agreed(on=on, client=client), on)
    hear(register, "klein", on)


@pytest.fixture
def asked(register: Register, small: tuple[Proposal, Eenheid, str]) -> Register:
    """The councils were asked; the letters wait."""
    open_dossier(register, "klein", *small, date(2027, 1, 5))
    address(register, OLD, date(2027, 1, 5))
    ask(register)
    return register


@pytest.fixture
def left(asked: Register, tmp_path: Path) -> Register:
    """The letters have left, that of Texel to an address at which nobody reads it."""
    deliver(asked, Settings(home=tmp_path))
    return asked


def test_the_ontwerp_goes_to_the_new_address_in_the_same_round(left: Register) -> None:
    said = address(left, NEW)
    first, again = letters(left)
    assert (first.address, again.address) == (OLD, NEW)
    assert (again.round, again.version, again.edition) == (first.round, first.version, 1)
    assert again.state is MessageState.WAITING
    assert again.attachments == first.attachments
    assert said == (
        f"De griffie van Texel krijgt haar mail op {NEW}. "
        "Het ontwerp ging eerder naar een ander adres en gaat opnieuw, in dezelfde ronde."
    )


def test_the_mail_says_that_it_is_sent_again(left: Register) -> None:
    address(left, NEW)
    first, again = letters(left)
    assert again.subject == f"Opnieuw verzonden: {first.subject}"
    assert again.body == (
        "Dit bericht ging op 17 juni 2027 naar een ander adres. U krijgt het hierbij opnieuw; "
        f"de laatste dag om te antwoorden is niet veranderd.\n\n{first.body}"
    )


def test_the_journal_says_so_and_agrees(left: Register) -> None:
    address(left, NEW)
    again = letters(left)[-1]
    with left.reading() as reader:
        last = reader.all(JournalEntry, "klein")[-1]
        assert verify(reader, "klein").faults == ()
    assert ("message", again.id) in (changes_of(last) or {})


def test_what_still_waits_only_gets_the_other_address(asked: Register) -> None:
    said = address(asked, NEW)
    [only] = letters(asked)
    assert (only.address, only.edition) == (NEW, 0)
    assert said == f"De griffie van Texel krijgt haar mail op {NEW}."


def claimed(register: Register) -> Message:
    """Return the ontwerp letter of Texel as a sender has it that is busy sending it."""
    [letter] = letters(register)
    taken = outbox.claim(register, letter.id)
    assert taken is not None
    return taken


def test_what_is_being_sent_and_comes_back_leaves_to_the_other_address_alone(
    asked: Register, tmp_path: Path
) -> None:
    sending = claimed(asked)
    said = address(asked, NEW)
    outbox.release(asked, sending)
    deliver(asked, Settings(home=tmp_path))
    [only] = letters(asked)
    assert (only.address, only.edition, only.state) == (NEW, 0, MessageState.SENT)
    assert said == f"De griffie van Texel krijgt haar mail op {NEW}."
    [mail] = [file.read_text() for file in tmp_path.rglob("*ontwerp*gm0448*.eml")]
    assert f"To: {NEW}" in mail


def test_what_left_to_the_old_address_meanwhile_goes_to_the_other_one_too(
    asked: Register, tmp_path: Path
) -> None:
    sending = claimed(asked)
    address(asked, NEW)
    mark_sent(asked, sending)
    assert [m.state for m in letters(asked)] == [MessageState.WAITING]
    delivery = deliver(asked, Settings(home=tmp_path))
    assert delivery.again == 1
    [only] = letters(asked)
    assert (only.address, only.state) == (NEW, MessageState.SENT)
    with asked.reading() as reader:
        assert verify(reader, "klein").faults == ()


def test_what_left_before_the_address_changed_is_sent_and_stays_so(asked: Register) -> None:
    mark_sent(asked, claimed(asked))
    address(asked, NEW)
    first, again = letters(asked)
    assert (first.address, first.state) == (OLD, MessageState.SENT)
    assert (again.address, again.edition) == (NEW, 1)


def test_the_same_address_again_sends_nothing(left: Register) -> None:
    address(left, OLD)
    assert len(letters(left)) == 1


def test_it_can_come_back_twice(left: Register, tmp_path: Path) -> None:
    address(left, "nog-fout@texel.example")
    deliver(left, Settings(home=tmp_path))
    address(left, NEW, date(2027, 6, 23))
    first, second, third = letters(left)
    assert [m.edition for m in (first, second, third)] == [0, 1, 2]
    assert third.subject == second.subject == f"Opnieuw verzonden: {first.subject}"
    assert third.body.startswith("Dit bericht ging op 21 juni 2027 naar een ander adres.")


def test_a_council_that_answered_gets_nothing(left: Register) -> None:
    answer = CouncilHeard(
        on=LATER,
        municipality="Texel",
        manner=Manner.COUNCIL_MEETING,
        answer=Answer.TOOK_NOTE,
    )
    record(left, "klein", answer, LATER)
    assert "opnieuw" not in address(left, NEW)
    assert len(letters(left)) == 1


def test_an_ontwerp_that_was_replaced_is_not_sent_again(left: Register) -> None:
    record(left, "klein", VersionMade(on=LATER, step="ontwerp"), LATER)
    address(left, NEW)
    assert len(letters(left)) == 1


def test_the_round_after_it_counts_on(left: Register) -> None:
    address(left, NEW)
    ask(left, date(2027, 6, 24))
    assert [(m.round, m.edition) for m in letters(left)] == [(1, 0), (1, 1), (2, 0)]


def test_an_address_that_changes_twice_before_anything_leaves_gets_one_letter(
    left: Register,
) -> None:
    address(left, "nog-fout@texel.example")
    said = address(left, NEW)
    first, again = letters(left)
    assert (first.address, again.address, again.edition) == (OLD, NEW, 1)
    assert said == f"De griffie van Texel krijgt haar mail op {NEW}."


def test_in_the_second_round_it_is_the_second_letter_that_goes_again(
    left: Register, tmp_path: Path
) -> None:
    ask(left, date(2027, 6, 24))
    deliver(left, Settings(home=tmp_path))
    said = address(left, NEW, date(2027, 6, 28))
    _, second, again = letters(left)
    assert said.endswith("gaat opnieuw, in dezelfde ronde.")
    assert (again.round, again.version, again.edition) == (2, 2, 1)
    assert again.attachments == second.attachments
    assert again.body.startswith("Dit bericht ging op 24 juni 2027 naar een ander adres.")
    assert again.body.endswith(second.body)


def test_the_sending_is_not_taken_back_so_nothing_closes_it_without_a_mail(left: Register) -> None:
    mistake = Corrected(on=LATER, step="verzending", reason="de mail kwam terug")
    with pytest.raises(RefusedError, match=r"\(adres\): dan gaat het ontwerp daar opnieuw heen"):
        record(left, "klein", mistake, LATER)
    hear(left, "klein", LATER)
    assert len(letters(left)) == 1
    with left.reading() as reader:
        [sending] = reader.all(Action, "klein", step="verzending")
    assert sending.done_on == SENT

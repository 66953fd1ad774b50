# SPDX-License-Identifier: EUPL-1.2
"""What one mailbox is reminded of on a day goes in one mail; who has none gets no mail at all."""

from datetime import date

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import AddressGiven
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.ladder import with_reminders
from gehoord.domain.dossier.message import MessageKind, MessageState, message_key
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.dossier.reminded import Reminded, Sent, reminded_in
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.late import news_of_late, not_reached
from gehoord.domain.outgoing.reminders import Bundle, bundles, due_reminders, reminder_of
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import At
from tests.domain.acts.test_escalation import RING, SPEAK, escalations_in, late
from tests.story import OPENED

DAY = read_day("Tue 2027-06-01")
OVERDUE = read_day("Fri 2027-06-11")  # the day after both clients had to agree


def in_earnest(state: State) -> State:
    """The same dossier in mode live: nobody there has a made-up address."""
    live = state.dossier.model_copy(update={"mode": Mode.LIVE})
    return State(live, state.municipalities, state.lines, state.actions, hearings=state.hearings)


def all_at_once(state: State, earlier: list[Sent]) -> list[Bundle]:
    """Remind RBOP and the clients of all they owe, whatever the day."""
    actions = [a for a in state.open_actions() if a.municipality is None and a.due_on]
    wanted = [reminder_of(state, a, "3 dagen voor") for a in actions if a.owner != "adviseur"]
    return list(bundles(state, wanted, earlier, DAY))


def kept(bundle: Bundle, state: MessageState = MessageState.SENT) -> Sent:
    topic = bundle.topic
    return Sent(
        topic.dossier,
        topic.recipient,
        topic.step,
        topic.owner,
        topic.rung,
        topic.due_on,
        topic.edition,
        DAY,
        state,
        bundle.facts,
    )


def test_each_mailbox_gets_one_mail_with_what_is_due_first_on_top(at: At) -> None:
    found = {bundle.mailbox.recipient: bundle for bundle in all_at_once(at("opened"), [])}
    assert set(found) == {"rbop", "regioburgemeester", "hoofdofficier"}
    assert len(found["rbop"].reminders) > 1
    days = [r.action.due_on or date.max for r in found["rbop"].reminders]
    assert days == sorted(days)
    assert found["rbop"].topic.step is None
    assert found["hoofdofficier"].topic.step == "akkoord"  # alone it is what it always was


def test_what_was_told_is_not_told_again_alone_or_beside_others(at: At) -> None:
    sent = all_at_once(at("opened"), [])
    assert all_at_once(at("opened"), [kept(bundle) for bundle in sent]) == []


def test_a_mail_that_was_withdrawn_told_nothing_and_its_key_is_not_used_again(at: At) -> None:
    first = all_at_once(at("opened"), [])
    gone = [kept(bundle, MessageState.WITHDRAWN) for bundle in first if not bundle.topic.step]
    [again] = [b for b in all_at_once(at("opened"), gone) if b.mailbox.recipient == "rbop"]
    [before] = [b for b in first if b.mailbox.recipient == "rbop"]
    assert again.facts == before.facts
    assert message_key(again.topic) != message_key(before.topic)


def test_a_reminder_of_the_first_version_is_known_by_its_columns() -> None:
    day = date(2027, 10, 7)
    waiting = MessageState.WAITING
    old = Sent("klein", "GM0448", "horen", "GM0448", "3 dagen voor", day, 0, DAY, waiting, ())
    assert reminded_in(old) == (Reminded("3 dagen voor", day, "klein/horen/GM0448"),)


def test_what_a_mail_tells_is_read_back_as_it_was() -> None:
    for day in (date(2027, 10, 7), None):
        told = Reminded("1 dagen na", day, "klein/horen/GM0448")
        mail = Sent("klein", "x", None, None, "", DAY, 0, DAY, MessageState.SENT, (told.fact,))
        assert reminded_in(mail) == (told,)
    assert (told.step, told.owner) == ("horen", "GM0448")


def test_nobody_is_reminded_by_way_of_another(at: At) -> None:
    state = in_earnest(at("opened"))
    assert [bundle.mailbox.recipient for bundle in all_at_once(state, [])] == ["rbop"]


def test_who_has_no_address_is_named_to_the_adviser_once(at: At) -> None:
    state = in_earnest(at("ontwerp"))
    nobody = ("hoofdofficier", "regioburgemeester")
    assert not_reached(state, OVERDUE) == nobody
    news = news_of_late(state, [], OVERDUE)
    assert news is not None
    assert news.unreached == nobody
    assert news.topic.kind is MessageKind.LATE


def test_when_the_address_comes_what_is_due_then_is_due_now(at: At) -> None:
    state = in_earnest(at("ontwerp"))
    [owed] = state.actions.where(step="akkoord", owner="hoofdofficier")
    waits = owed.model_copy(update={"remind_on": None})  # its last rung passed without an address
    state = State(state.dossier, state.municipalities, state.lines, with_one(state, waits))
    report = AddressGiven(on=OVERDUE, who="hoofdofficier", address="om@klein.example")
    after = state.after(with_reminders(state, decided(report, state).changes))
    [owed] = after.actions.where(step="akkoord", owner="hoofdofficier")
    assert owed.remind_on is not None
    assert owed.remind_on <= OVERDUE
    [bundle] = bundles(after, due_reminders(after, OVERDUE, [owed]), [], OVERDUE)
    assert (bundle.mailbox.address, bundle.topic.rung) == ("om@klein.example", "1 dagen na")
    assert owed.remind_on > OPENED


def with_one(state: State, action: Action) -> list[Action]:
    return [action if a.id == action.id else a for a in state.actions]


def test_what_others_owe_goes_in_a_mail_of_its_own(at: At) -> None:
    state = late(late(at("asked"), RING).state, SPEAK).state
    akkoord = at("opened").owed("akkoord", "regioburgemeester")
    speak = [a for a in escalations_in(state) if a.owner == "regioburgemeester"]
    wanted = [reminder_of(state, a, "1 dagen na") for a in (*akkoord, *speak)]
    own, of_others = bundles(state, wanted, [], SPEAK)
    assert [r.action.step for r in own.reminders] == ["akkoord"]
    assert [r.action.owner for r in of_others.reminders] == ["regioburgemeester"] * 3
    twice = [reminder_of(state, a, "8 dagen na") for a in (*akkoord, *akkoord, *speak)]
    keys = [message_key(bundle.topic) for bundle in bundles(state, twice, [], SPEAK)]
    assert len(set(keys)) == 2

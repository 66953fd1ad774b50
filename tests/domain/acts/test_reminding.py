# SPDX-License-Identifier: EUPL-1.2
"""A person reminds whoever still owes a step: at most once a day, and nobody who is done."""

from dataclasses import replace
from datetime import date

import pytest

from gehoord.domain.acts.act import Reminding
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import RemindedNow
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.outgoing.reminders import by_hand
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.outgoing.reminders import reminders
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import At, StoryInMemory, in_recess
from tests.sentence import assert_sentence
from tests.story import HEARD, heard

DAY = read_day("Wed 2027-09-15")
SUNDAY = read_day("Sun 2027-09-19")


def now(on: date, *owners: str, step: str = "horen") -> RemindedNow:
    return RemindedNow(on=on, step=step, owners=owners)


def test_all_who_still_owe_a_step_are_reminded_each_in_a_mail_of_his_own(at: At) -> None:
    state = at("asked")
    act = decided(now(DAY), state)
    assert act.said == "Herinnerd aan 'raad horen over het ontwerp': Haarlem, Hoorn en Texel."
    [news] = act.news
    assert isinstance(news, Reminding)
    after = state.after(act.changes)
    mails = by_hand(after, news.actions, (), DAY)
    posted = list(reminders(Outgoing(after, DAY, "plan@klein.example"), mails))
    assert [m.recipient for m in posted] == ["GM0392", "GM0405", "GM0448"]
    assert len({m.id for m in posted}) == 3
    assert "U heeft nog ruim drie weken." in posted[0].body


def test_nobody_who_is_done_is_reminded(at: At) -> None:
    story = StoryInMemory(at("asked"))
    story.does(heard("Texel", HEARD))
    assert "Texel" not in decided(now(HEARD), story.state).said
    with pytest.raises(RefusedError, match="staat voor Texel niets open") as refused:
        decided(now(HEARD, "Texel"), story.state)
    assert_sentence(str(refused.value))


def test_nobody_is_reminded_twice_on_a_day(at: At) -> None:
    story = StoryInMemory(at("asked"))
    story.does(now(DAY, "Texel"))
    with pytest.raises(RefusedError, match=r"Texel \(vandaag al herinnerd\)"):
        decided(now(DAY, "Texel"), story.state)
    said = decided(now(DAY), story.state).said
    assert said.endswith("Niet herinnerd: Texel (vandaag al herinnerd).")
    assert decided(now(read_day("Thu 2027-09-16"), "Texel"), story.state).news


def test_a_council_that_was_asked_nothing_is_not_reminded(at: At) -> None:
    with pytest.raises(
        RefusedError,
        match=r"Haarlem, Hoorn en Texel \(wacht nog op de verzending van het ontwerp\)",
    ):
        decided(now(DAY), at("agreed"))


def test_on_a_day_on_which_nobody_reads_mail_it_goes_and_says_so(at: At) -> None:
    act = decided(now(SUNDAY, "Texel"), at("asked"))
    assert act.news
    assert act.said.endswith("in het reces leest Texel misschien geen mail.")
    both = decided(now(SUNDAY, "Texel", "Hoorn"), at("asked")).said
    assert both.endswith("in het reces lezen Hoorn en Texel misschien geen mail.")


def test_no_griffie_is_reminded_in_the_recess_of_its_council(at: At) -> None:
    state = in_recess(at("asked"), "Texel", DAY, read_day("Fri 2027-09-24"))
    with pytest.raises(RefusedError, match="mail wordt weer gelezen vanaf 27 september 2027"):
        decided(now(DAY, "Texel"), state)
    said = decided(now(DAY), state).said
    assert said.startswith("Herinnerd aan 'raad horen over het ontwerp': Haarlem en Hoorn.")
    assert "Niet herinnerd: Texel (reces van de raad;" in said


def test_who_has_no_address_is_not_reminded(at: At) -> None:
    state = at("asked")
    live = state.dossier.model_copy(update={"mode": Mode.LIVE})
    state = replace(state, dossier=live)
    with pytest.raises(RefusedError, match="geen mailadres"):
        decided(now(DAY), state)


def test_who_owes_nothing_is_not_known(at: At) -> None:
    with pytest.raises(GehoordError, match="geen actiehouder"):
        decided(now(DAY, "Rotterdam"), at("asked"))


def test_by_hand_a_body_is_told_of_a_meeting_to_come_and_a_client_of_no_text_that_is_not_there(
    at: At,
) -> None:
    state = at("opened")
    body = RemindedNow(on=DAY, step="themas", owners=("rbop",))
    said = decided(body, state).said
    assert said.endswith(
        "wacht nog op 'advies over de thema's opstellen' (Adviseur van de regioburgemeester)."
    )
    client = RemindedNow(on=DAY, step="akkoord", owners=("hoofdofficier",))
    with pytest.raises(RefusedError, match="wacht nog op 'ontwerp opleveren'"):
        decided(client, state)

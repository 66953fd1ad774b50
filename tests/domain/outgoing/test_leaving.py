# SPDX-License-Identifier: EUPL-1.2
"""What was made in one mode leaves in no other."""

from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.dossier.mode import Mode
from gehoord.domain.outgoing.leaving import Waiting, stays
from tests.sentence import assert_sentence

ANY = st.sampled_from([*Mode, "onzin"])
WAITING = st.builds(Waiting, st.uuids().map(str), st.sampled_from(["aa", "bb"]), ANY, ANY)


@given(st.lists(WAITING), st.sampled_from([Mode.TRIAL, Mode.LIVE]))
def test_each_message_leaves_in_its_own_mode_or_is_said_to_stay(
    waiting: list[Waiting], mode: Mode
) -> None:
    for message in waiting:
        if message.may_leave(mode):
            assert message.dossier_mode == mode
            assert message.mode in (mode, Mode.UNKNOWN)
    kept = [m for m in waiting if not m.may_leave(mode)]
    said = list(stays(waiting, mode))
    assert {line.partition(":")[0] for line in said} == {m.dossier for m in kept}
    for line in said:
        assert_sentence(f"{line}.", "wacht")


def test_of_a_dossier_in_earnest_trial_says_how_its_mail_leaves() -> None:
    waiting = [Waiting(str(n), "imv", Mode.LIVE, Mode.LIVE) for n in range(32)]
    assert list(stays(waiting, Mode.LIVE)) == []
    assert list(stays(waiting, Mode.TRIAL)) == [
        "imv: 32 berichten wachten; dit dossier is in de stand 'live' en GEHOORD_MAIL_MODE staat "
        "hier op 'proef', zet die op 'live' en geef 'gehoord watch'"
    ]


def test_of_a_dossier_of_which_the_mode_is_not_known_nothing_leaves() -> None:
    waiting = [Waiting("1", "imv", Mode.UNKNOWN, Mode.UNKNOWN)]
    for mode in (Mode.TRIAL, Mode.LIVE):
        [said] = stays(waiting, mode)
        assert "'gehoord mode imv proef' of 'gehoord mode imv live'" in said


def test_what_was_made_in_the_old_mode_stays_when_the_dossier_changes() -> None:
    [said] = stays([Waiting("1", "imv", Mode.TRIAL, Mode.LIVE)], Mode.LIVE)
    assert said == (
        "imv: 1 bericht wacht; wat in de stand 'proef' is gemaakt, gaat niet weg nu het dossier "
        "in de stand 'live' is"
    )

# SPDX-License-Identifier: EUPL-1.2
"""Between the daily looks, mail that waits for its next attempt leaves by itself."""

import asyncio
from datetime import date
from pathlib import Path

import pytest

from gehoord.domain.dossier.attempt import FIRST_WAIT
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows import running, sending
from gehoord.flows.opening import open_dossier
from gehoord.flows.start import start
from gehoord.store.register import Register
from gehoord.tasks.mail import Delivery, deliver
from gehoord.tasks.settings import Settings
from tests.tasks.postbus import Postbus, in_earnest, live, serving

DAY = date(2027, 1, 5)


async def _send(register: Register, place: Settings) -> Delivery:
    return deliver(register, place)


def test_it_says_what_did_not_leave_and_then_that_all_did(
    register: Register,
    small: tuple[Proposal, Eenheid, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_dossier(register, "klein", *small, DAY)
    start(register, "klein", DAY)
    monkeypatch.setattr(sending, "open_register", lambda: in_earnest(register))
    monkeypatch.setattr(running, "send_mail", _send)
    bus = Postbus()
    with serving(bus) as port:
        monkeypatch.setattr(running, "settings", lambda: live(tmp_path, port))
        bus.answer = "451 later"
        ended = asyncio.run(sending.send_what_waits.fn())
        assert (ended.is_failed(), ended.name) == (
            True,
            "Verzendronde; niet alle mail verzonden",
        )
        assert "het adres werkt niet (er is geen adres bekend)" in f"{ended.message}"
        bus.answer = "250 OK"
        now = register.now()
        register.now = lambda: now + FIRST_WAIT
        ended = asyncio.run(sending.send_what_waits.fn())
        assert (ended.is_completed(), ended.name) == (True, "Verzendronde")
    assert set(bus.addresses) == {"rbop@klein.example"}

# SPDX-License-Identifier: EUPL-1.2
"""That a letter was sent is taken back: started again, the stage sends it again."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from tests.app.conftest import Gehoord

TAKEN_BACK = ("record", "herstel", "klein", "procesbrief", "--reden", "er stond een fout in")


def letters(folder: Path) -> list[EmailMessage]:
    mails = [
        message_from_bytes(file.read_bytes(), policy=policy.default)
        for file in sorted((folder / "var" / "outbox").rglob("*.eml"))
    ]
    return [mail for mail in mails if mail["To"].startswith("griffie")]


def subjects(folder: Path) -> list[str]:
    return sorted(mail["Subject"] for mail in letters(folder))


def bodies(folder: Path) -> list[str]:
    found = [mail.get_body(("plain",)) for mail in letters(folder)]
    return [" ".join(part.get_content().split()) for part in found if part]


def test_it_goes_again_to_everybody_and_says_so(opened: Gehoord, folder: Path) -> None:
    assert "3 brieven" in opened("start", "klein", "start").out
    first = subjects(folder)
    said = opened(*TAKEN_BACK)
    assert said.code == 0
    assert "krijgt hem opnieuw als u de fase weer start" in said.out
    assert "procesbrief" in opened("status", "klein").out
    assert subjects(folder) == first
    assert "3 brieven" in opened("start", "klein", "start").out
    assert subjects(folder) == sorted([*first, *(f"Opnieuw verzonden: {s}" for s in first)])
    assert sum("komt daarvoor in de plaats" in body for body in bodies(folder)) == 3
    assert "Er is nu niets te versturen." in opened("start", "klein", "start").out
    assert opened(*TAKEN_BACK).code == 0
    assert "3 brieven" in opened("start", "klein", "start").out
    assert len(subjects(folder)) == 9
    assert "heel" in opened("verify", "klein").out


def test_what_did_not_leave_is_not_sent_any_more(opened: Gehoord, folder: Path) -> None:
    (folder / "var" / "outbox").write_text("hier hoort een map te staan")
    stuck = opened("start", "klein", "start")
    assert stuck.code == 3
    assert "kan niet worden geschreven" in stuck.out
    assert opened(*TAKEN_BACK).code in (0, 3)
    (folder / "var" / "outbox").unlink()
    assert "3 brieven" in opened("start", "klein", "start").out
    found = subjects(folder)
    assert len(found) == 3
    assert not any(subject.startswith("Opnieuw") for subject in found)


def test_recorded_as_done_it_is_not_sent_again(opened: Gehoord, folder: Path) -> None:
    opened("start", "klein", "start")
    opened(*TAKEN_BACK)
    assert opened("record", "gedaan", "klein", "procesbrief").code == 0
    assert "Er is nu niets te versturen." in opened("start", "klein", "start").out
    assert len(subjects(folder)) == 3

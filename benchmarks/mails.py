# SPDX-License-Identifier: EUPL-1.2
"""The ontwerp to 342 councils, to a mail server on this machine."""

from smtplib import SMTP
from statistics import median
from typing import Final

from benchmarks import work
from benchmarks.dossier import ASKED, register_in
from benchmarks.ground import Ground
from benchmarks.measure import once, typical
from benchmarks.postbox import postbox
from benchmarks.row import Comparison, Figures, Judged, Target

COUNCILS: Final = 342
RUNS: Final = 3


def comparisons() -> list[Comparison]:
    """Return the one comparison."""
    return [
        Comparison(
            f"send {COUNCILS} mails live",
            "smtplib sending them ready-made over one connection",
            Target(1.7, Judged.OURS),
            _measure,
        )
    ]


def _measure(ground: Ground) -> Figures:
    with postbox() as port:
        ours = median(_sent(ground, port) for _ in range(RUNS))
        with register_in(ground.asked(COUNCILS), ASKED) as register:
            mails = work.built_mails(register)
        ready = [(mail.sender, mail.to[0], mail.content) for mail in mails]
        peer = typical(lambda: _send(ready, port), RUNS)
    return Figures(ours, peer)


def _sent(ground: Ground, port: int) -> float:
    with register_in(ground.asked(COUNCILS), ASKED) as register:
        left: list[int] = []
        seconds = once(lambda: left.append(work.send_live(register, port)))
    if left != [COUNCILS]:
        raise ValueError(f"{left[0]} mails left, and not {COUNCILS}")
    return seconds


def _send(ready: list[tuple[str, str, bytes]], port: int) -> None:
    with SMTP("127.0.0.1", port) as server:
        for sender, recipient, mail in ready:
            server.sendmail(sender, [recipient], mail)

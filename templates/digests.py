# SPDX-License-Identifier: EUPL-1.2
"""The mails in which the adviser reads what needs him: what is late, asked, or does not arrive."""

from collections.abc import Sequence
from typing import Any

from gehoord.calendar.ical.text import one_line
from gehoord.templates.correspondence import Correspondence, Rendered, mail_only
from gehoord.templates.when import When

LateLine = tuple[str, When | None, str]
"""Who owes what, its last day, and what that waits for; empty when its owner can act."""


def late_digest(
    c: Correspondence,
    *,
    new: Sequence[LateLine],
    known: Sequence[LateLine] = (),
    calls: Sequence[str] = (),
    steps: Sequence[str] = (),
    requests: Sequence[str] = (),
    unreached: Sequence[str] = (),
    dossier: str = "",
    pages: Sequence[tuple[str, str]] = (),
) -> Rendered:
    """Return what the adviser reads about late actions, and of whom no address is known.

    Args:
        c: about which plan.
        new: what is late and was not told before.
        known: what is late and was told before.
        calls: whom the adviser must ring, about what and by when.
        steps: under which he reports that.
        requests: what was asked of him, by whom and by when he answers.
        unreached: who cannot be reminded for want of an address, by name.
        dossier: its name, for who records an address.
        pages: where the same is to be seen: what a page shows, and its address.
    """
    first, rest = (
        [(one_line(name), due and due.cleaned(one_line), one_line(why)) for name, due, why in found]
        for found in (new, known)
    )
    said: dict[str, Any] = {"new": first, "known": rest, "late": first + rest}
    said |= {"calls": [one_line(call) for call in calls], "steps": steps}
    said |= {"requests": [one_line(request) for request in requests]}
    said |= {"unreached": [one_line(who) for who in unreached], "dossier": dossier, "pages": pages}
    return mail_only("te-laat", c, said)


def undelivered_digest(c: Correspondence, *, lines: Sequence[tuple[str, str, str]]) -> Rendered:
    """Return what the adviser reads of mail that does not arrive.

    Args:
        c: to whom, and about which plan.
        lines: of each message for whom it is, its subject, and why it does not arrive.
    """
    rows = [(one_line(who), one_line(subject), one_line(why)) for who, subject, why in lines]
    return mail_only("niet-aangekomen", c, {"lines": rows})

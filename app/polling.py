# SPDX-License-Identifier: EUPL-1.2
"""`gehoord record peiling --bestand`: what a file says of a poll, shown before it counts."""

from typing import Any

from gehoord.app.printing import say, table
from gehoord.domain.dossier.poll import PollOption, PollStage, latest_poll
from gehoord.domain.errors import GehoordError
from gehoord.domain.workbook.fault import WorkbookFaultsError
from gehoord.store.register import Register
from gehoord.store.state import state_in
from gehoord.tasks.workbook.polls import poll_of
from gehoord.templates.poll import left_out, poll_rows


def with_poll(where: Register, dossier: str, content: dict[str, Any]) -> dict[str, Any]:
    """Return what was typed with the options and groups of the file; the file goes no further.

    Raises:
        GehoordError: it cannot be read, something in it is wrong, or options were typed as well.
    """
    file = content["bestand"]
    if content.get("opties") or content.get("groepen"):
        raise GehoordError("Kies --bestand, of --optie en --groep; niet allebei.")
    respondents = content.get("respondenten")
    known = known_options(where, dossier, content["stand"])
    read = poll_of(file.name, file.content, respondents, known)
    if read.faults:
        raise WorkbookFaultsError(read.faults)
    rows = poll_rows(read.options, read.groups)
    table(list(rows[0]), [list(row.values()) for row in rows])
    say(*filter(None, [left_out(read.left_out, read.joined)]))
    there = {name: value for name, value in content.items() if name != "bestand"}
    counted = {"respondenten": read.respondents} if read.respondents and not respondents else {}
    return {**there, **counted, "opties": read.lines, "groepen": read.group_lines}


def known_options(where: Register, dossier: str, stage: str) -> tuple[PollOption, ...]:
    """Return the options of the interim count, if this is the final one and there was one."""
    if stage != PollStage.FINAL:
        return ()
    with where.reading() as reader:
        former = latest_poll(state_in(reader, dossier).polls, PollStage.INTERIM)
    return former.options if former else ()

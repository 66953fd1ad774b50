# SPDX-License-Identifier: EUPL-1.2
"""Every document of a dossier, for its adviser: to be taken, with what more can be handed in."""

from starlette.requests import Request
from starlette.responses import Response

from gehoord.desk.adviser import AdviserDesk
from gehoord.desk.answers import page
from gehoord.domain.dossier.papers import papers_of
from gehoord.store.documents import sizes_of_documents
from gehoord.store.state import state_in
from gehoord.templates.desk.papers_page import PapersPage
from gehoord.templates.desk.rendering import written


def papers(request: Request) -> Response:
    """Return the page with every document of the dossier."""
    desk = AdviserDesk.at(request)
    with desk.place.register.reading() as reader:
        state = state_in(reader, desk.dossier(reader).id)
        wanted = {paper.document for paper in papers_of(state) if paper.document}
        shown = PapersPage.of(state, sizes_of_documents(reader, wanted))
    return page(written("stukken.html.j2", p=shown, path=desk.path))

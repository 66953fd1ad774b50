# SPDX-License-Identifier: EUPL-1.2
"""The nota van beantwoording as residents may have it: the source of the PDF on the public site."""

from typing import Final

from gehoord.domain.publicity.public_dossier import PublicDossier
from gehoord.templates.reports import REPORTS

PLACE: Final = "documenten/nota-van-beantwoording.pdf"
"""Where it is in the site."""


def public_nota(dossier: PublicDossier) -> str:
    """Return the nota as XHTML, made of what is public alone; empty before the adoption.

    Until then what is done with the words of councils is deliberation.

    Law: Politiewet 2012, art. 38b lid 2; Algemene wet bestuursrecht, art. 3:2; Woo, art. 5.2.
    """
    if dossier.adoption is None or not dossier.councils:
        return ""
    template = REPORTS.get_template("openbare_nota.html.j2")
    return template.render(d=dossier, on=dossier.on).strip() + "\n"

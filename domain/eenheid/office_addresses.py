# SPDX-License-Identifier: EUPL-1.2
"""Where the offices of a unit get their mail."""

from gehoord.domain.eenheid.written import MailAddress
from gehoord.domain.frozen import Frozen


class OfficeAddresses(Frozen):
    """The addresses of the offices that every unit has, each under the id of its office."""

    regioburgemeester: MailAddress | None = None
    hoofdofficier: MailAddress | None = None
    adviseur: MailAddress | None = None
    minister: MailAddress | None = None
    korpschef: MailAddress | None = None

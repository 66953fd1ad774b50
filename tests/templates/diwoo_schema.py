# SPDX-License-Identifier: EUPL-1.2
"""The schema of DiWoo, without what it imports from elsewhere."""

from functools import cache
from typing import Any

from lxml import etree

from tests.conftest import HERE

DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NO_MDTO = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'targetNamespace="https://www.nationaalarchief.nl/mdto"><xs:element name="MDTO"/></xs:schema>'
)


class _WithoutMdto(etree.Resolver):  # type: ignore[misc]
    def resolve(self, url: str, identifier: str, context: Any) -> Any:
        if url.startswith("https:"):
            return self.resolve_string(_NO_MDTO, context)
        return None


@cache
def diwoo_schema() -> Any:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_WithoutMdto())
    return etree.XMLSchema(etree.parse(HERE / "templates" / "diwoo" / "diwoo-metadata.xsd", parser))


def documents_in(sitemap: str) -> list[Any]:
    """Return each document of a sitemap, as the Woo-index reads it."""
    return list(etree.fromstring(sitemap.encode()).iter(f"{{{DIWOO}}}Document"))

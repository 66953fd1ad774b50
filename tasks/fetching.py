# SPDX-License-Identifier: EUPL-1.2
"""Fetches the calendar of a council from its address: small, public, and there in time.

An address comes from others. It is looked up once, and what was looked up is what is asked: a name
that leads to a machine of one's own network is refused, also after a redirect.
"""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

import httpx

from gehoord.calendar.incoming.source import LARGEST_CALENDAR
from gehoord.domain.dossier.document import Document
from gehoord.domain.errors import GehoordError

MOST_REDIRECTS: Final = 3
_SCHEMES: Final = ("https://", "http://", "webcal://", "webcals://")
_OTHERWISE: Final = "Bewaar de agenda met uw browser als bestand, en noem dat bestand."
_LONGEST_NAME: Final = 100
_PORT: Final = 443
_END_IN_IPV4: Final = tuple(map(ip_network, ("::/96", "::ffff:0:0/96", "64:ff9b::/96")))
_IPV4: Final = 0xFFFF_FFFF


def is_address(text: str) -> bool:
    """Whether a text is an address on the web, and no file.

    >>> is_address("webcal://raad.example/agenda.ics"), is_address("agenda.ics")
    (True, False)
    """
    return text.strip().casefold().startswith(_SCHEMES)


def is_public(address: str) -> bool:
    """Whether an IP address is one on the public internet.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("145.100.1.1")
    (False, False, True)
    """
    reached = _reached_by(ip_address(address.partition("%")[0]))
    return all(one.is_global and not one.is_multicast for one in reached)


def _reached_by(found: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """Return the addresses of the machines that an address leads to: one may hold another."""
    if isinstance(found, IPv4Address):
        return [found]
    if any(found in network for network in _END_IN_IPV4):
        return [IPv4Address(int(found) & _IPV4)]
    if found.is_site_local:  # no longer in use, but a router of one's own may know it still
        return [IPv6Address("::")]
    return [found, *filter(None, (found.sixtofour, *(found.teredo or ())))]


@dataclass(frozen=True, slots=True)
class Reach:
    """What may be fetched, and how long that may take.

    Attributes:
        scheme: the only one that is spoken.
        may_ask: whether a machine with this IP address may be asked.
        seconds: for all of it.
        largest: bytes.
    """

    scheme: str = "https"
    may_ask: Callable[[str], bool] = is_public
    seconds: float = 30
    largest: int = LARGEST_CALENDAR


_ANYWHERE: Final = Reach()


def fetch(address: str, reach: Reach = _ANYWHERE) -> Document:
    """Return the calendar at an address. Its name says where it is from, without what is secret.

    Args:
        address: ``https`` or ``webcal``.
        reach: what may be asked.

    Raises:
        GehoordError: it may not be asked, does not answer in time, or is too large.
    """
    return asyncio.run(_fetched(_url_of(address, reach), reach))


async def _fetched(url: httpx.URL, reach: Reach) -> Document:
    try:
        async with asyncio.timeout(reach.seconds):
            content = await _content_at(url, reach)
    except (TimeoutError, httpx.TimeoutException):
        raise _refusal(url, "antwoordt niet op tijd") from None
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError):
        raise _refusal(url, "is nu niet te bereiken") from None
    return Document(name=_name_of(url), media_type="text/calendar", content=content)


async def _content_at(url: httpx.URL, reach: Reach) -> bytes:
    """Return what an address gives, or the one that it refers to in the same place."""
    trusted = ssl.create_default_context()
    async with httpx.AsyncClient(verify=trusted, timeout=reach.seconds, trust_env=False) as client:
        for _ in range(MOST_REDIRECTS + 1):
            async with _asked(client, url, reach) as answer:
                if not answer.has_redirect_location:
                    return await _content(answer, url, reach)
                onward = url.join(answer.headers["location"])
            if (onward.scheme, onward.netloc) != (url.scheme, url.netloc):
                raise _refusal(url, "verwijst door naar een andere plaats")
            url = onward
    raise _refusal(url, "verwijst steeds door")


@asynccontextmanager
async def _asked(
    client: httpx.AsyncClient, url: httpx.URL, reach: Reach
) -> AsyncIterator[httpx.Response]:
    """Ask an address, at the machine that its name was looked up to be; give what it answers."""
    at_machine = url.copy_with(host=await _machine(url, reach))
    headers = {"Host": url.netloc.decode(), "Accept-Encoding": "identity"}
    name = {"sni_hostname": url.host}
    async with client.stream("GET", at_machine, headers=headers, extensions=name) as answer:
        yield answer


async def _machine(url: httpx.URL, reach: Reach) -> str:
    """Return the IP address of the machine with this name.

    Raises:
        GehoordError: there is none, or one of those with this name may not be asked.
    """
    look_up = asyncio.get_running_loop().getaddrinfo
    try:
        found = await look_up(url.host, url.port or _PORT, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise _refusal(url, "bestaat niet, of is nu niet te vinden") from None
    machines = [str(where[0]) for *_, where in found]
    if not all(map(reach.may_ask, machines)):
        raise _refusal(url, "ligt in een eigen netwerk, en wordt daarom niet gevraagd")
    return machines[0]


async def _content(answer: httpx.Response, url: httpx.URL, reach: Reach) -> bytes:
    """Return what an address gives, as it comes in.

    Raises:
        GehoordError: it gives something else, or too much.
    """
    if answer.status_code != httpx.codes.OK:
        raise _refusal(url, f"geeft geen agenda (antwoord {answer.status_code})")
    if answer.headers.get("content-encoding", "identity") != "identity":
        raise _refusal(url, "geeft de agenda ingepakt, ook als daar niet om is gevraagd")
    content = bytearray()
    async for part in answer.aiter_raw():
        content += part
        if len(content) > reach.largest:
            raise _refusal(url, f"geeft meer dan {reach.largest // 1_000_000} MB")
    return bytes(content)


def _url_of(address: str, reach: Reach) -> httpx.URL:
    """Return an address as it is asked: a calendar that one subscribes to is on https.

    Raises:
        GehoordError: it is no such address, or holds a name and password.
    """
    try:
        url = httpx.URL(address.strip())
    except httpx.InvalidURL:
        raise GehoordError(f"Dit adres kan niet worden gelezen. {_OTHERWISE}") from None
    if url.scheme in ("webcal", "webcals"):
        url = url.copy_with(scheme=reach.scheme)
    if url.scheme != reach.scheme or not url.host:
        raise GehoordError(
            f"Een agenda wordt alleen opgehaald van een adres dat begint met https://. {_OTHERWISE}"
        )
    if url.userinfo:
        raise GehoordError(f"In dit adres staan een naam en wachtwoord. {_OTHERWISE}")
    return url


def _name_of(url: httpx.URL) -> str:
    """Return how a calendar from an address is called: its path and questions may be secret."""
    return f"agenda van {url.host}"[:_LONGEST_NAME]


def _refusal(url: httpx.URL, why: str) -> GehoordError:
    return GehoordError(f"{url.host[:_LONGEST_NAME]} {why}. {_OTHERWISE}")

# SPDX-License-Identifier: EUPL-1.2
"""One line to the mail server, made safe before anything secret goes over it."""

import ipaddress
import smtplib
import socket
import ssl
from typing import Final

from gehoord.calendar.ical.text import one_line
from gehoord.domain.errors import NothingLeavesError
from gehoord.tasks.settings import Settings

PATIENCE: Final = 30
"""Seconds that the server may take over one answer."""

FAULTS: Final = (OSError, smtplib.SMTPException, UnicodeError)
"""What the library raises when a line breaks, a server answers what it may not, or a name or a
password has a sign that cannot travel."""

_ONE_TRY: Final = ("PLAIN", "LOGIN", "CRAM-MD5")
"""How to log in. The library tries one way after the other: three wrong passwords at one login."""


def connect(settings: Settings) -> smtplib.SMTP:
    """Return a line to the server: encrypted and logged in, if the settings ask for that.

    Raises:
        NothingLeavesError: the server does not answer, cannot encrypt, or refuses the login; or a
            password would go over an open line.
    """
    _refuse_open_line(settings)
    try:
        line = _dialled(settings)
    except ssl.SSLCertVerificationError as error:
        raise NothingLeavesError(
            f"het certificaat van de mailserver {settings.smtp_host} klopt niet "
            f"({error.verify_message})"
        ) from None
    except FAULTS as error:
        raise NothingLeavesError(
            f"de mailserver {settings.smtp_host} is niet te bereiken ({_why(error)})"
        ) from None
    try:
        _make_safe(line, settings)
        _identify(line, settings)
    except BaseException:
        line.close()
        raise
    return line


def words(code: int, said: bytes) -> str:
    """Return what a server said on one line, with its number.

    >>> words(550, b"5.1.1 no such user")
    "'550 5.1.1 no such user'"
    """
    text = one_line(said.decode(errors="replace"))[:200]
    if code < 0:
        return text or "de verbinding werd verbroken"
    return f"'{code} {text}'"


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself, by its name or its number.

    >>> [is_loopback(host) for host in ("localhost", "127.0.0.1", "::1", "mail.example")]
    [True, True, True, False]
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def _refuse_open_line(settings: Settings) -> None:
    host, security = settings.smtp_host, settings.smtp_security
    if security == "lokaal" and not is_loopback(host):
        raise NothingLeavesError(
            f"GEHOORD_SMTP_SECURITY staat op 'lokaal', maar de mailserver {host} is niet deze "
            "computer, zet die instelling op 'starttls' of 'tls'"
        )
    if security == "geen" and settings.smtp_user:
        raise NothingLeavesError(
            "een wachtwoord gaat niet over een open lijn, zet GEHOORD_SMTP_SECURITY op 'starttls' "
            "of 'tls', of op 'lokaal' als de mailserver op deze computer draait"
        )


def _dialled(settings: Settings) -> smtplib.SMTP:
    host, port = settings.smtp_host, settings.smtp_port
    if settings.smtp_security == "tls":
        secure = ssl.create_default_context()
        line: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=secure)
    else:
        line = smtplib.SMTP(host, port, timeout=PATIENCE)
    try:
        line.ehlo_or_helo_if_needed()
    except BaseException:
        line.close()
        raise
    return line


def _make_safe(line: smtplib.SMTP, settings: Settings) -> None:
    if settings.smtp_security != "starttls":
        return
    host = settings.smtp_host
    if not line.has_extn("starttls"):
        raise NothingLeavesError(
            f"de mailserver {host} biedt geen versleuteling (STARTTLS) aan, of iemand haalt dat "
            "onderweg weg; er is niets verzonden en niet aangemeld"
        )
    try:
        line.starttls(context=ssl.create_default_context())
        line.ehlo()
    except ssl.SSLCertVerificationError as error:
        raise NothingLeavesError(
            f"het certificaat van de mailserver {host} klopt niet ({error.verify_message})"
        ) from None
    except FAULTS as error:
        raise NothingLeavesError(
            f"de versleuteling met de mailserver {host} lukt niet ({_why(error)})"
        ) from None


def _identify(line: smtplib.SMTP, settings: Settings) -> None:
    if not settings.smtp_user:
        return
    offered = str(line.esmtp_features.get("auth", "")).upper().split()
    line.esmtp_features["auth"] = next((way for way in _ONE_TRY if way in offered), "")
    try:
        line.login(settings.smtp_user, settings.smtp_password.get_secret_value())
    except FAULTS as error:
        raise NothingLeavesError(
            f"de mailserver {settings.smtp_host} weigert de aanmelding ({_why(error)}), kijk "
            "GEHOORD_SMTP_USER en GEHOORD_SMTP_PASSWORD na"
        ) from None


def _why(error: Exception) -> str:
    """Return what a server or a line has against us; never what we sent."""
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return words(error.smtp_code, said if isinstance(said, bytes) else said.encode())
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return "geen antwoord op tijd"
    if isinstance(error, (smtplib.SMTPServerDisconnected, ConnectionResetError)):
        return "de verbinding werd verbroken"
    if isinstance(error, smtplib.SMTPException):
        return "dat biedt de server niet aan"
    if isinstance(error, UnicodeError):
        return "daar staat een teken in dat niet kan"
    if isinstance(error, ConnectionRefusedError):
        return "daar luistert geen server"
    return "die naam is onbekend" if isinstance(error, socket.gaierror) else str(error)

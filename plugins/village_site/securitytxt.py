"""`.well-known/security.txt`: whom to tell of a weakness of the site, where people look for that.

RFC 9116: `Contact` and `Expires` are required, `Expires` should be less than a year away.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from village_site.model.contacts import Contact
from village_site.values import PhoneKind

PATH = ".well-known/security.txt"
VALID = dt.timedelta(days=180)
"""From the day of the build; a site that is built every night never comes near it."""


def security_txt(
    contacts: Iterable[Contact], day: dt.date, *, site_url: str | None, repo_url: str | None
) -> str | None:
    """The file: the publisher's contacts as they may be published, else its repository; None where there is
    neither, for without a contact it would not be one."""
    ways = list(dict.fromkeys(way for contact in contacts for way in _ways(contact)))
    if not ways and repo_url and repo_url.startswith("https://"):
        ways = [repo_url]
    if not ways:
        return None
    lines = [f"Contact: {way}" for way in ways]
    lines += [f"Expires: {day + VALID}T00:00:00Z", "Preferred-Languages: vi, en"]
    if site_url and site_url.startswith("https://"):
        lines.append(f"Canonical: {site_url.rstrip('/')}/{PATH}")
    return "\n".join([*lines, ""])


def _ways(contact: Contact) -> Iterator[str]:
    """How a contact is reached, in writing first. Emergency numbers are for other troubles."""
    if contact.email is not None:
        yield f"mailto:{contact.email}"
    if contact.phone is not None and contact.phone.kind is not PhoneKind.EMERGENCY:
        yield f"tel:{contact.phone.tel}"
    if contact.zalo is not None:
        yield contact.zalo

"""Whom somebody tells who found a weakness: `.well-known/security.txt`."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from tests.site.conftest import Sample
from tests.support import DAY, atlas
from village_site.securitytxt import PATH, security_txt
from village_site.site import write_for_hosts

SITE = """
    schema: 1
    name: Làng mẫu
    publisher: Nhóm làm trang mẫu
    report_to: Bộ phận một cửa của xã
    codes: {{base_url: "https://lang.example"}}
    contacts: [{contacts}]
"""
REPO = "https://git.example/kho"


def made(tmp_path: Path, contacts: str, *, repo_url: str | None = REPO, day: dt.date = DAY) -> str | None:
    """The file of a site whose publisher has these contacts."""
    found = atlas(tmp_path, {"_site.yml": SITE.format(contacts=contacts)}, day)
    return security_txt(
        found.dataset.site.contacts, found.day, site_url="https://lang.example/kho/", repo_url=repo_url
    )


def values(text: str | None, name: str) -> list[str]:
    assert text is not None
    return re.findall(rf"^{name}: (.+)$", text, re.MULTILINE)


def test_the_sample_has_one_where_it_is_looked_for(sample: Sample) -> None:
    text = (sample.site / PATH).read_text("utf-8")
    assert text == (
        "Contact: https://github.com/village-site/village-site\n"
        "Expires: 2027-05-20T00:00:00Z\n"
        "Preferred-Languages: vi, en\n"
        "Canonical: https://lang.example/.well-known/security.txt\n"
    )


def test_the_publishers_contacts_come_first(tmp_path: Path) -> None:
    contacts = """
        {role: Văn phòng, phone: 0239 3892 689, email: vanphong@lang.example, zalo: "https://zalo.me/123"},
        {role: Cấp cứu, phone: 115}, {role: Trực, email: vanphong@lang.example}
    """
    text = made(tmp_path, contacts)
    assert values(text, "Contact") == [
        "mailto:vanphong@lang.example",
        "tel:+842393892689",
        "https://zalo.me/123",
    ]
    assert values(text, "Canonical") == ["https://lang.example/kho/.well-known/security.txt"]


@pytest.mark.parametrize("contacts", ["", "{role: Trực}", "{role: Cấp cứu, phone: 115}"])
def test_the_repository_stands_in_for_contacts_nobody_can_use(tmp_path: Path, contacts: str) -> None:
    assert values(made(tmp_path, contacts), "Contact") == [REPO]


@pytest.mark.parametrize("repo_url", [None, "", "http://git.example/kho"])
def test_there_is_none_without_anybody_to_name(tmp_path: Path, repo_url: str | None) -> None:
    assert made(tmp_path, "", repo_url=repo_url) is None
    found = atlas(tmp_path / "two")
    write_for_hosts(found, tmp_path, [], site_url=None, repo_url=repo_url)
    assert not (tmp_path / ".well-known").exists()
    assert (tmp_path / "_headers").is_file()


def test_it_expires_within_the_year_and_follows_the_day_of_the_build(tmp_path: Path) -> None:
    days = (DAY, DAY + dt.timedelta(days=1))
    found = [values(made(tmp_path / str(day), "", day=day), "Expires")[0] for day in days]
    assert found == ["2027-05-20T00:00:00Z", "2027-05-21T00:00:00Z"]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", text) for text in found)

"""A village that sells something, with households that have signed or not."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.cards.sample import code, words
from tests.pages.support import one, parse
from tests.pages.support import words as said
from tests.privacy.support import site_folder
from tests.support import DAY
from village_site.atlas import Atlas
from village_site.cards import Cards
from village_site.checks.table import check
from village_site.dataset import load
from village_site.pages import compose
from village_site.problems import Problem

PRODUCT, HOUSE = code(21), code(22)
NAME = "Nguyễn Văn Mẫu"
HOUSES = f"""
    - {{id: ho-1, road: truc, number: 2, code: {HOUSE}}}
    - {{id: ho-2, road: truc, number: 4}}
"""
HONEY = f"""
    - id: mat-ong
      code: {PRODUCT}
      kind: nông sản
      name: Mật ong vườn
"""
MADE_BY = "- {id: mat-ong, household: ho-1}"
PERSON = f"""
    - mã riêng: ho-1
      họ tên: {NAME}
"""
CONSENT = """
    - mã riêng: phieu-1
      hộ: ho-1
      đồng ý đăng: [FIELDS]
      phạm vi: [SCOPE]
      mẫu phiếu: ĐY-1
      ngày: 01/10/2026
      người đồng ý: chủ hộ
      số hồ sơ giấy: 12/2026
"""


def consent(fields: str = '"nghề, dịch vụ"', scope: str = "trang sau mã QR, trang thôn") -> str:
    """A signed form of the first household."""
    return CONSENT.replace("FIELDS", fields).replace("SCOPE", scope)


def opened(
    tmp_path: Path, public: dict[str, str], private: dict[str, str] | None = None
) -> tuple[Atlas, list[Problem]]:
    """The data linked for the day, and all that is said of it but for codes not yet issued."""
    files = {name if name.startswith("_") else f"nam-bac-thanh/{name}": text for name, text in public.items()}
    root = site_folder(tmp_path, private, {"nam-bac-thanh/households.yml": HOUSES, **files})
    dataset, problems = load(root)
    assert dataset is not None, problems
    atlas = Atlas(dataset, DAY)
    found = [*problems, *check(atlas)]
    return atlas, [problem for problem in found if problem.code not in ("no-code", "code-not-issued")]


def codes(problems: list[Problem]) -> list[str]:
    """The message codes, in the order found."""
    return [problem.code for problem in problems]


def card(atlas: Atlas, wanted: str = PRODUCT) -> LexborHTMLParser:
    """The light page behind a code."""
    coded = next(item for item in atlas.coded() if item.code == wanted)
    return LexborHTMLParser(Cards(atlas).page(coded))


def section(atlas: Atlas, name: str) -> str:
    """The words of a section of the village's page."""
    page = {page.path: page for page in compose(atlas)}["thon/nam-bac-thanh/index.md"]
    return said(one(parse(page), f"section#{name}"))


__all__ = ["card", "codes", "consent", "opened", "section", "words"]

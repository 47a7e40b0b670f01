"""A village of four houses whose codes are issued, and photographs of their plates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product
from pathlib import Path
from random import Random

from PIL import Image

from tests.bench.damage import camera
from tests.support import atlas
from village_site.atlas import Atlas
from village_site.codes.alphabet import ALPHABET, check_symbol, shown
from village_site.codes.register import digest, file_text
from village_site.qr import symbols
from village_site.verify import Verification, as_text, verify_photos

CODES = tuple(
    body + check_symbol(body) for body in islice(map("".join, product(ALPHABET, repeat=7)), 0, 8_000, 1_000)
)
HOUSES, ROAD, OTHER, GONE, NEVER = CODES[:4], CODES[4], CODES[5], CODES[6], CODES[7]
BASE = "https://lang.example"
RECORDS = [
    *((code, "household", f"nam-bac-thanh/ho-{number}") for number, code in enumerate(HOUSES, 1)),
    (ROAD, "road", "nam-bac-thanh/truc"),
    (OTHER, "household", "dong-ha/ho-1"),
    (GONE, "household", "nam-bac-thanh/ho-9"),
]


def village(folder: Path) -> Atlas:
    """Houses 1 to 4 on one road, a village with another house 1, and a code whose house is gone."""
    text = file_text(RECORDS)
    houses = [
        f"- {{id: ho-{number}, code: {code}, road: truc, number: {number}}}"
        for number, code in enumerate(HOUSES, 1)
    ]
    files = {
        "nam-bac-thanh/roads.yml": f"- {{id: truc, code: {ROAD}, name: Đường Trục}}\n",
        "nam-bac-thanh/households.yml": "\n".join(houses) + "\n",
        "dong-ha/village.yml": "{kind: thôn, name: Đông Hạ, memberships: [{unit: cam-binh, since: 01/07/2025}]}\n",
        "dong-ha/roads.yml": "- {id: ngo, name: Ngõ Đông}\n",
        "dong-ha/households.yml": f"- {{id: ho-1, code: {OTHER}, road: ngo, number: 1}}\n",
        f"_register/2026-11-21-{digest(text)}.csv": text,
    }
    return atlas(folder, files)


def address(code: str) -> str:
    """What the symbol of a code says."""
    return f"HTTPS://LANG.EXAMPLE/Q/{code}/"


def photograph(*texts: str, side: int = 190, angles: Sequence[float] = (8, -14, 3, 33)) -> Image.Image:
    """The symbols of these texts on white plates, each at its own angle, before a wall, with a camera's noise."""
    chance = Random(",".join(texts))
    width = max(len(texts), 1) * 2 * side
    image = camera.clouds((width, 2 * side), 9, chance, 60, 190)
    for index, symbol in enumerate(symbols(texts)):
        plate = camera.contrast(camera.plate(symbol), 30, 225).resize((side, side), Image.Resampling.LANCZOS)
        turned = plate.rotate(angles[index % len(angles)], Image.Resampling.BICUBIC, expand=True)
        cut = Image.new("L", plate.size, 255).rotate(angles[index % len(angles)], expand=True)
        image.paste(turned, (2 * side * index + side // 2, side // 2), cut)
    return camera.noise(image, chance, deviation=4)


def save(path: Path, *texts: str) -> Path:
    """Writes a photograph of these symbols."""
    path.parent.mkdir(parents=True, exist_ok=True)
    photograph(*texts).save(path)
    return path


def verified(data: Atlas, run: Sequence[str] | None, *paths: Path, **more: object) -> Verification:
    """The verification of photographs against a run."""
    return verify_photos(data, run, paths, **more)  # type: ignore[arg-type]


def lines(found: Verification, lang: str = "vi") -> list[str]:
    """What people read, without the two closing lines."""
    return as_text(found, lang).split("\n")[:-2]


def plate(code: str) -> str:
    """A code as reports show it."""
    return shown(code)

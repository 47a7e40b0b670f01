"""Draws the pictures of the invented hamlet, so that everybody sees that they are drawn.

    .venv/bin/python -m tests.sample.drawn

Equal versions of Pillow give equal bytes; nothing of them is photographed.
"""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FOLDER = Path(__file__).parents[2] / "villages" / "rach-mau"
FONT = Path(__file__).parents[2] / "plugins" / "village_site" / "fonts" / "BeVietnamPro-Bold.ttf"
WORDS = "dữ liệu minh hoạ"
SKY, FIELD, WATER, WALL, ROOF, PALM, TRUNK, YARD = (
    "#bfe0f2", "#9cc46b", "#7fb3c9", "#f3e3b8", "#b5533c", "#3f7d3a", "#7a5a3a", "#d9cfb4",
)  # fmt: skip


def around() -> Image.Image:
    """The yard of the community house, all 360° of it: horizon in the middle, below it the ground."""
    width, height = 2048, 1024
    image = Image.new("RGB", (width, height), SKY)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height // 2, width, height), fill=FIELD)
    # What is flat and near lies on curves: at an angle seen from its middle, as deep as it is near.
    yard = [
        (x, height / 2 + 150 + 40 * math.cos(x / width * 2 * math.pi * 2)) for x in range(0, width + 1, 16)
    ]
    draw.polygon([*yard, (width, height), (0, height)], fill=YARD)
    canal = [(x, height / 2 + 18 + 12 * math.sin(x / 90)) for x in range(1250, 1900, 10)]
    draw.polygon([*canal, *((x, y + 46) for x, y in reversed(canal))], fill=WATER)
    for x in range(60, width, 230):
        _palm(draw, x, height // 2 + 20, 150 + 35 * (x // 230 % 3))
    _house(draw, 700, height // 2 + 60, 420, 210, "NHÀ SINH HOẠT CỘNG ĐỒNG")
    _house(draw, 120, height // 2 + 30, 200, 100, "")
    _house(draw, 1560, height // 2 + 10, 150, 70, "")
    draw.line((1250, 300, 1250, height // 2 + 90), fill=TRUNK, width=8)
    draw.polygon([(1254, 320), (1320, 290), (1320, 370), (1254, 340)], fill="#8a9095")
    for x in (350, 910, 1480):
        _said(draw, x, 880, 54)
    return image


def scene(title: str, roof: str, size: tuple[int, int] = (960, 640)) -> Image.Image:
    """A building seen from the road."""
    width, height = size
    image = Image.new("RGB", size, SKY)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 0.6, width, height), fill=FIELD)
    draw.polygon(
        [
            (width * 0.3, height),
            (width * 0.46, height * 0.6),
            (width * 0.54, height * 0.6),
            (width * 0.7, height),
        ],
        fill=YARD,
    )
    _palm(draw, width * 0.1, height * 0.62, 260)
    _palm(draw, width * 0.9, height * 0.63, 220)
    _house(draw, width // 2, int(height * 0.66), int(width * 0.56), int(height * 0.3), title, roof)
    _said(draw, width // 2, height - 50, 40)
    return image


def _house(
    draw: ImageDraw.ImageDraw,
    middle: float,
    ground: float,
    width: float,
    height: float,
    title: str,
    roof: str = ROOF,
) -> None:
    left, right, eaves = middle - width / 2, middle + width / 2, ground - height
    draw.rectangle((left, eaves, right, ground), fill=WALL, outline=TRUNK, width=2)
    draw.polygon(
        [
            (left - 20, eaves),
            (right + 20, eaves),
            (right - 30, eaves - height * 0.5),
            (left + 30, eaves - height * 0.5),
        ],
        fill=roof,
    )
    door = width / 9
    for at in (-0.32, 0, 0.32):
        draw.rectangle(
            (middle + at * width - door / 2, ground - height * 0.58, middle + at * width + door / 2, ground),
            fill=TRUNK,
        )
    if title:
        draw.text(
            (middle, eaves + height * 0.2),
            title,
            font=ImageFont.truetype(str(FONT), int(min(height * 0.17, 1.4 * width / len(title)))),
            fill=ROOF,
            anchor="mm",
        )


def _palm(draw: ImageDraw.ImageDraw, x: float, ground: float, height: float) -> None:
    draw.line((x, ground, x + height / 12, ground - height), fill=TRUNK, width=max(6, int(height / 18)))
    top, reach = (x + height / 12, ground - height), height / 2.6
    for turn in range(-3, 4):
        bend = (top[0] + reach * 0.6 * math.sin(turn / 2), top[1] - reach * 0.5 * math.cos(turn / 2))
        tip = (top[0] + reach * math.sin(turn / 1.9), bend[1] + reach * 0.08 * turn * turn)
        draw.line([top, bend, tip], fill=PALM, width=max(5, int(height / 20)), joint="curve")


def _said(draw: ImageDraw.ImageDraw, x: float, y: float, size: int) -> None:
    draw.text((x, y), WORDS, font=ImageFont.truetype(str(FONT), size), fill="#5a4a30", anchor="mm")


def main() -> None:
    """Writes the pictures into the sample's folder."""
    around().save(FOLDER / "san-nha-sinh-hoat-360.jpg", quality=78, optimize=True, progressive=True)
    scene("NHÀ SINH HOẠT CỘNG ĐỒNG", ROOF).save(FOLDER / "nha-sinh-hoat.png", optimize=True)
    scene("TRƯỜNG", "#3d6f9e").save(FOLDER / "truong.png", optimize=True)


if __name__ == "__main__":
    main()

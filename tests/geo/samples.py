"""Maps as villages draw them, and the page they are looked at on."""

from __future__ import annotations

import json
import math
from importlib import resources
from typing import Any

from markupsafe import Markup

from village_site.geo.drawing import Item, drawing, stylesheet
from village_site.geo.features import Feature, point
from village_site.geo.reading import read_map
from village_site.problems import Problem
from village_site.values import Coordinates, parse_coordinates

FILE = "villages/thon-mau/map.geojson"
EAST, NORTH = 105.9811, 18.2527
VILLAGE = parse_coordinates(f"{NORTH}, {EAST}")
NOTE = "Đường Trục thôn 2, cách đầu đường khoảng 430\u00a0m"
NAMES = {
    "truc-thon": "Đường Trục thôn 2",
    "nha-van-hoa": "Nhà văn hoá",
    "truong": "Trường mầm non",
    "den": "Đền Cả",
    "ao": "Ao sen",
}


def drawn(properties: dict[str, Any], shape: str, coordinates: Any) -> dict[str, Any]:
    """One feature as a drawing program saves it."""
    geometry = {"type": shape, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: dict[str, Any]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def village() -> dict[str, Any]:
    """A main road, lanes on both sides, two places side by side, one by itself, and a pond."""

    def bend(share: float) -> float:
        return NORTH + 0.0006 * math.sin(share / 6)

    main = [[EAST + (i - 20) * 0.0002, bend(i)] for i in range(41)]
    lanes = [
        [[x, bend(y)], [x + 0.0002, bend(y) + 0.0014 * (-1) ** i]]
        for i in range(6)
        for x, y in [(EAST - 0.003 + i * 0.0011, 5 + i * 5.5)]
    ]
    corners = ((2, 1), (3, 1), (3, 1.6), (2, 1.6), (2, 1))
    pond = [[EAST + across / 1000, NORTH + up / 1000] for across, up in corners]
    return collection(
        drawn({"road": "truc-thon"}, "LineString", main),
        *(drawn({"road": f"ngo-{i}"}, "LineString", lane) for i, lane in enumerate(lanes, start=1)),
        drawn({"place": "nha-van-hoa"}, "Point", [EAST, NORTH + 0.0003]),
        drawn({"place": "truong"}, "Point", [EAST + 0.00015, NORTH + 0.0004]),
        drawn({"place": "den"}, "Point", [EAST - 0.003, NORTH + 0.0012]),
        drawn({"place": "ao"}, "Polygon", [pond]),
    )


def read(data: Any, near: Coordinates | None = VILLAGE) -> tuple[tuple[Feature, ...], list[Problem]]:
    """What is on a map, and what is wrong with it."""
    raw = data if isinstance(data, bytes) else json.dumps(data, indent=1).encode()
    problems: list[Problem] = []
    return read_map(raw, FILE, problems, near), problems


def items() -> list[Item]:
    """Everything of the sample village."""
    features, problems = read(village())
    assert problems == []
    return [
        Item(
            each,
            NAMES.get(each.ref, each.ref.replace("ngo-", "Ngõ ")),
            f"../{each.ref}/",
            NOTE if each.ref == "nha-van-hoa" else "",
        )
        for each in features
    ]


def crowded() -> list[Item]:
    """Forty lanes side by side with long names, and forty places on one spot."""
    lanes = [
        drawn({"road": f"r{i}"}, "LineString", [[EAST + i * 1e-4, NORTH], [EAST + i * 1e-4, NORTH + 0.002]])
        for i in range(40)
    ]
    features, problems = read(collection(*lanes))
    assert problems == []
    places = [point("place", f"p{i}", VILLAGE) for i in range(40)]
    return [Item(each, f"Ngõ có một cái tên rất dài số {each.ref}", "../x/") for each in (*features, *places)]


def document(*figures: Markup) -> str:
    """The maps within the theme's and the site's style, as a generated page has them."""
    theme = resources.files("material") / "templates" / "assets" / "stylesheets"
    main = [
        sheet for sheet in theme.iterdir() if sheet.name.startswith("main.") and sheet.name.endswith(".css")
    ]
    ours = resources.files("village_site") / "templates" / "pages" / "villages.css"
    sheets = [*(sheet.read_text("utf-8") for sheet in (*main, ours)), stylesheet()]
    styles = "".join(f"<style>{sheet}</style>" for sheet in sheets)
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title>{styles}</head>'
        '<body dir="ltr"><div class="md-container"><div class="md-main__inner md-grid"><div class="md-content">'
        '<article class="md-content__inner md-typeset"><div class="vs-page"><section class="vs-section">'
        f"{Markup().join(figures)}</section></div></article></div></div></div></body></html>"
    )


def sample(lang: str = "vi") -> Markup:
    """The drawing of the sample village."""
    return drawing("Bản đồ thôn Mẫu", items(), lang)

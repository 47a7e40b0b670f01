"""Maps of villages: GeoJSON read and checked, drawn without tiles, written again; places along a road.

Everything here is in degrees of WGS 84, east before north as in GeoJSON, or in metres on the ground.
"""

from village_site.geo.drawing import Item, drawing, stylesheet
from village_site.geo.features import Feature, Position, Shape, point
from village_site.geo.measure import Along, along, distance, length, where_on_road
from village_site.geo.naming import unresolved
from village_site.geo.reading import read_map
from village_site.geo.writing import geojson

__all__ = [
    "Along",
    "Feature",
    "Item",
    "Position",
    "Shape",
    "along",
    "distance",
    "drawing",
    "geojson",
    "length",
    "point",
    "read_map",
    "stylesheet",
    "unresolved",
    "where_on_road",
]

"""Maps of villages: GeoJSON read and checked, drawn without tiles, written again; places along a road.

Everything here is in degrees of WGS 84, east before north as in GeoJSON, or in metres on the ground.

reading: a file's features, with the place of every fault (naming: those of unknown records).
drawing: features as inline SVG with a list in words (layout, simplify).
measure: metres, and where along a road something stands.
writing: features as GeoJSON.
"""

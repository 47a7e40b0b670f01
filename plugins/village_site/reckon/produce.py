"""A product as pages tell of it: what it was recognised as, who makes it, where to buy it."""

from __future__ import annotations

from village_site.atlas import Atlas
from village_site.domains import host
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.model.personal import Scope
from village_site.model.products import Product
from village_site.reckon.makers import Maker, maker_of
from village_site.reckon.validity import certificate_text, ocop_text


@frozen
class Produce:
    """`ocop` is "" for a product that is not recognised; `shops` are the name and address of each."""

    ocop: str
    certificates: tuple[str, ...]
    maker: Maker | None
    shops: tuple[tuple[str, str], ...]


def produce(atlas: Atlas, place: Place, product: Product, scope: Scope | None, lang: str = "vi") -> Produce:
    """What there is to tell of a product on the day of the build, where `scope` says who reads it."""
    certificates = product.growing.certificates if product.growing is not None else ()
    return Produce(
        ocop=ocop_text(product.ocop, atlas.day, lang) if product.ocop is not None else "",
        certificates=tuple(certificate_text(one, atlas.day, lang) for one in certificates),
        maker=maker_of(atlas, place, product, scope, lang),
        shops=tuple((host(link).removeprefix("www."), link) for link in product.links),
    )

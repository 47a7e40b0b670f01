"""Who makes a product: an organisation, a cooperative, or a household that agreed to it."""

from __future__ import annotations

from village_site.atlas import Atlas, code_of
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.model.cooperatives import COOPERATIVES, CooperativeState
from village_site.model.households import HOUSEHOLDS
from village_site.model.personal import Scope
from village_site.model.products import Product
from village_site.model.shapes import Ref
from village_site.render import capital
from village_site.tongues import text_in, words
from village_site.values import Phone


@frozen
class Maker:
    """Who makes a product, as a page may name them.

    `url` leads to their page from the site's root; `note` is what a buyer should know, as that it stopped.
    """

    name: str
    url: str | None = None
    phone: Phone | None = None
    is_household: bool = False
    note: str = ""


def maker_of(
    atlas: Atlas, place: Place, product: Product, scope: Scope | None, lang: str = "vi"
) -> Maker | None:
    """The maker of a product as `scope` may show it; None where nobody is named.

    `product` is what `atlas.permits` lets be seen there, so it names no household without consent.
    """
    if product.cooperative is not None:
        return _cooperative(atlas, product.cooperative, product, lang)
    if product.household is not None:
        return _household(atlas, place, product.household, scope, lang)
    return Maker(text_in(product.maker, lang), phone=product.phone) if product.maker is not None else None


def _cooperative(atlas: Atlas, ref: Ref, product: Product, lang: str) -> Maker | None:
    found = atlas.record(ref, COOPERATIVES)
    if found is None:
        return None
    home = atlas.home(ref.id[0])
    url = f"{home.url}#{COOPERATIVES.file_vi}-{found.id}" if home is not None else None
    name = capital(found.full_name(lang))
    note = "" if found.state is CooperativeState.ACTIVE else found.state.title.to(lang)
    return Maker(name, url, product.phone or found.phone, note=note)


def _household(atlas: Atlas, place: Place, ref: Ref, scope: Scope | None, lang: str) -> Maker | None:
    """By the name its people agreed to in this scope, else by its road."""
    house = atlas.record(ref, HOUSEHOLDS)
    if house is None or ref.id[0] != place.id:
        return None
    seen = atlas.permits.view(scope, HOUSEHOLDS, place.id, house)
    road = place.road(house.road)
    if seen.person:
        name = words("product-of-named", lang, person=seen.person)
    else:
        name = words("product-of-road", lang, road=road.name if road is not None else "")
    code = code_of(house)
    return Maker(name, f"Q/{code}/" if code else None, seen.phone, is_household=True)

"""What stands on a form, in Vietnamese, with the headings in English too.

The boxes come from the model: what a kind of record declares as personal, and where it may be shown. Nothing
personal is ever printed: the form of one household bears its address and the code of its plate alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from village_site.atlas import Atlas, code_of
from village_site.catalogue import label
from village_site.codes.alphabet import shown
from village_site.domains import is_reserved
from village_site.forms.reach import Typed, reach
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.labels import name_of
from village_site.model.declare import table
from village_site.model.households import HOUSEHOLDS, Household
from village_site.model.kinds import Kind
from village_site.model.listed import Listed
from village_site.model.personal import CONSENTS, PersonalData, Scope
from village_site.plates.domain import shown_domain
from village_site.privacy.consents import names_others
from village_site.render import capital

CONSENT, WITHDRAWAL = "ĐY-2", "RL-2"
"""The versions, printed on the forms and named by the consent records. Whoever changes what a form says gives
it a new one, so that it can be shown later what people signed."""


@frozen
class Form:
    """A form to be printed: its file below the output folder, what the template reads, and which of it was
    typed in the data, with the place."""

    file: str
    words: dict[str, Any]
    typed: tuple[Typed, ...]


def kinds_with_consent(kinds: Iterable[Kind[Any]]) -> list[Kind[Any]]:
    """The kinds of record that a form can be about: those that declare something personal of their own."""
    return [kind for kind in kinds if table(kind.record).personal and not names_others(kind)]


def personal_data(kind: Kind[Any]) -> list[PersonalData]:
    """What a kind of record declares as personal, in the order of the model's list."""
    declared = {spec.personal for spec in table(kind.record).personal}
    return [data for data in PersonalData if data in declared]


def forms(atlas: Atlas, place: Place, kind: Kind[Any], house: Household | None = None) -> tuple[Form, Form]:
    """A village's forms of consent and of withdrawal for a kind of record, blank but for what is the same for
    the whole village; for a household its address and code are filled in."""
    made = []
    for version, name, file, sections in (
        (CONSENT, "consent", CONSENTS.file_vi, _consent(atlas, place, kind)),
        (WITHDRAWAL, "withdrawal", "rut-lai", _withdrawal(atlas, place, kind)),
    ):
        signer = "form-signer" if version == CONSENT else "form-signer-withdrawal"
        shown_version = label("form-version", "vi", version=version)
        words = {
            "version": shown_version,
            "title": _both(f"form-{name}"),
            "subject": _both(f"form-of-{kind.name}"),
            "place": _surroundings(place),
            "sample": label("form-sample", "vi") if is_reserved(_address(atlas)) else "",
            "paper": label("form-paper", "vi"),
            "identity": _identity(place, kind, house),
            "notice": label(f"form-free-{kind.name}", "vi") if version == CONSENT else "",
            "sections": sections,
            "sign": _signatures(signer, kind),
            "foot": " · ".join(filter(None, (shown_version, _code(house), label("form-page", "vi")))),
        }
        stem = "-".join([file, kind.file_vi, *([house.id] if house else [])])
        made.append(Form(f"{place.id}/{stem}.pdf", words, _typed(atlas, place, house)))
    return made[0], made[1]


def _consent(atlas: Atlas, place: Place, kind: Kind[Any]) -> list[dict[str, Any]]:
    publisher = capital(atlas.dataset.site.publisher.vi)
    responsible = label("form-responsible-text", "vi", publisher=publisher, domain=_domain(atlas))
    return [
        _section("form-responsible", said=[responsible]),
        _section("form-purpose", said=[label(f"form-purpose-{kind.name}", "vi")]),
        _section(
            "form-fields", said=_texts("form-fields-text"), boxes=_boxes(personal_data(kind), line=True)
        ),
        _section("form-scope", boxes=_boxes(Scope), after=_texts("form-scope-text")),
        _section("form-until", said=_texts("form-until-text"), blanks=_texts("form-review")),
        _reach("form-withdraw", atlas, place, said="form-withdraw-text", after="form-withdraw-after"),
        _section(
            "form-never",
            points=_texts("form-never-asks", "form-never-writes", "form-never-children", "form-never-others"),
        ),
    ]


def _withdrawal(atlas: Atlas, place: Place, kind: Kind[Any]) -> list[dict[str, Any]]:
    boxes = [_box(label("form-all", "vi")), *(_box(data.title.vi) for data in personal_data(kind))]
    then = ("gone", kind.name, "copies", "paper")
    return [
        _section("form-stop", said=_texts("form-stop-text"), boxes=boxes, columns=2),
        _section("form-then", points=_texts(*(f"form-then-{key}" for key in then))),
        _reach("form-ask", atlas, place),
    ]


def _section(
    key: str,
    *,
    said: list[str] | None = None,
    boxes: list[dict[str, Any]] | None = None,
    columns: int = 1,
    points: list[str] | None = None,
    blanks: list[str] | None = None,
    after: list[str] | None = None,
) -> dict[str, Any]:
    """A heading and what stands below it: sentences, boxes to tick, points, lines to fill in, sentences."""
    parts = {"said": said, "boxes": boxes, "points": points, "blanks": blanks, "after": after}
    return {"heading": _both(key), "columns": columns} | {name: part or [] for name, part in parts.items()}


def _reach(key: str, atlas: Atlas, place: Place, said: str = "", after: str = "") -> dict[str, Any]:
    """Whom to call or to see; where nobody's number is known, a line to write one."""
    found = reach(atlas, place)
    return _section(
        key,
        said=_texts(said) if said else None,
        points=[who.text for who in found.people],
        blanks=[] if found.has_phone else _texts("form-phone"),
        after=_texts(after) if after else None,
    )


def _boxes(listed: Iterable[Listed], *, line: bool = False) -> list[dict[str, Any]]:
    """Boxes to tick, one a value of a list; `line`: with room to write what is meant."""
    return [_box(one.title.vi, one.term.help.vi, line) for one in listed]


def _box(name: str, help_: str = "", line: bool = False) -> dict[str, Any]:
    return {"name": capital(name), "help": help_, "line": line}


def _identity(place: Place, kind: Kind[Any], house: Household | None) -> list[dict[str, str]]:
    """Who signs: what is known, and lines to fill in."""
    if kind is not HOUSEHOLDS:
        return [{"label": label("form-role", "vi"), "text": ""}]
    return [
        {
            "label": label("form-address", "vi"),
            "text": capital(name_of(place, house)) if house is not None else "",
        },
        {"label": label("form-code", "vi"), "text": _code(house)},
    ]


def _code(house: Household | None) -> str:
    code = code_of(house) if house is not None else None
    return shown(code) if code else ""


def _signatures(signer: str, kind: Kind[Any]) -> dict[str, Any]:
    return {
        "heading": _both("form-sign"),
        "said": label("form-sign-text", "vi"),
        "blanks": _texts(*(["form-as"] if kind is HOUSEHOLDS else []), "form-date"),
        "people": [
            {"name": label(who, "vi"), "here": label(here, "vi")}
            for who, here in (
                (signer, "form-sign-here"),
                ("form-cosigner", "form-sign-if-any"),
                ("form-receiver", "form-sign-here"),
            )
        ],
        "office": _texts("form-received", "form-entered"),
    }


def _typed(atlas: Atlas, place: Place, house: Household | None) -> tuple[Typed, ...]:
    """Every text of the form that somebody typed, for what a font might lack."""
    site = atlas.dataset.site
    found = [
        Typed(site.publisher.vi, site.origin.place("publisher")),
        Typed(_domain(atlas), site.codes.origin.place("base_url")),
        Typed(_surroundings(place), place.village.origin.place("name")),
        *reach(atlas, place).people,
    ]
    if house is not None:
        found.append(Typed(name_of(place, house), house.origin.place()))
    return tuple(found)


def _surroundings(place: Place) -> str:
    units = [unit.full_name for unit in place.seat.chain] if place.seat else []
    return capital(", ".join([place.name, *units]))


def _domain(atlas: Atlas) -> str:
    return shown_domain(_address(atlas))


def _address(atlas: Atlas) -> str:
    return atlas.dataset.site.codes.base_url


def _both(key: str) -> dict[str, str]:
    return {lang: label(key, lang) for lang in ("vi", "en")}


def _texts(*keys: str) -> list[str]:
    return [label(key, "vi") for key in keys]

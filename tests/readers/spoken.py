"""Which words of a page a screen reader would say in the wrong language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from village_site.vietnamese import fold

_BEGINNINGS: Final = "b c ch d g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
_ENDINGS: Final = """
    a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien
    ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen
    oeo oet oi om on ong ooc oong op ot u ua uan uang uat uau uay uc ue uech uen uenh ui uich uinh uit
    um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu uu y yem
    yen yet yeu
"""
_SYLLABLE: Final = re.compile(f"(?:{'|'.join(_BEGINNINGS.split())})?(?:{'|'.join(_ENDINGS.split())})")
"""Every Vietnamese syllable without its accents, and some that do not occur."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTERS: Final = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"\S*(?:://|\w\.\w|[A-Z0-9]{4}-[A-Z0-9]{4})\S*|\b(?=\w*\d)\w+\b|%\S+")

VIETNAMESE_TOO: Final = frozenset(
    ["otp", "qr", "wifi", "camera", "zalo", "ocop", "ubnd", "km", "vcf", "village", "site"]
)
"""Words and abbreviations that people say in Vietnamese sentences as well, and the name of the sample's makers."""


def foreign_words(html: str) -> list[str]:
    """Words that are not of the language their element is in, as “vi: Search”; sorted, each once."""
    found = set()
    for text, lang in _texts(LexborHTMLParser(html)):
        for word in _WORD.findall(_ADDRESS.sub(" ", text)):
            if lang == "en" and _LETTERS.search(word):
                found.add(f"en: {word}")
            elif lang == "vi" and not _is_vietnamese(word):
                found.add(f"vi: {word}")
    return sorted(found)


def _is_vietnamese(word: str) -> bool:
    plain = fold(word)
    spelled = word.isupper() and not re.search("[aeiouy]", plain)
    return len(word) == 1 or spelled or plain in VIETNAMESE_TOO or _SYLLABLE.fullmatch(plain) is not None


def _texts(page: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Every text that is read, and the language of its element."""
    for node in page.css("title, body, body *"):
        if node.tag in ("script", "style", "code") or _translate_no(node):
            continue
        lang = _lang(node)
        said = [node.attributes.get(name) or "" for name in ("alt", "aria-label", "title", "placeholder")]
        texts = [
            child.text(deep=False) or "" for child in node.iter(include_text=True) if child.tag == "-text"
        ]
        yield " ".join([*said, *texts]), lang


def _lang(node: LexborNode | None) -> str:
    while node is not None:
        if lang := node.attributes.get("lang"):
            return lang
        node = node.parent
    return ""


def _translate_no(node: LexborNode) -> bool:
    return node.attributes.get("translate") == "no"

"""What is looked for in a PDF before it is published: that it only shows pages, and who wrote it."""

from __future__ import annotations

import base64
import io
import zlib

import pytest
import typst
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from village_site.media import pdf

HEAD = b"%PDF-1.7\n1 0 obj <</Type/Catalog/OpenAction[2 0 R/Fit]>> endobj\n"
END = b"\ntrailer\n%%EOF\n"
PROGRAM = b"6 0 <</S/JavaScript/JS(app.alert(1))>>"
HARMLESS = b"6 0 <</Type/Font/BaseFont/JavaScriptly>>"
KEYS = b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode"


def packed(inner: bytes, keys: bytes = KEYS, opening: bytes = b"stream\n") -> bytes:
    """A file that keeps an object packed, as newer ones do."""
    return HEAD + b"5 0 obj <<%b>> %b" % (keys, opening) + inner + b"\nendstream endobj" + END


def deflated(inner: bytes) -> bytes:
    """The same, deflated once."""
    return packed(zlib.compress(inner))


HEX = packed(PROGRAM.hex().encode() + b">", b"/Type/ObjStm/N 1/First 4/Filter/ASCIIHexDecode")
BASE85 = packed(
    base64.a85encode(zlib.compress(PROGRAM)) + b"~>", KEYS.replace(b"/F", b"[/ASCII85Decode/F", 2)
)
TWICE = zlib.compress(zlib.compress(PROGRAM))
HARMFUL = {
    "launch": HEAD + b"<</S/Launch/F(cmd.exe)>>" + END,
    "escaped": HEAD + b"<</S/Java#53cript>>" + END,
    "all-escaped": HEAD + b"<</S/#4A#61#76#61#53#63#72#69#70#74>>" + END,
    "embedded": HEAD + b"<</Type/Filespec/EF<</F 3 0 R>>>> <</Type/EmbeddedFile>>" + END,
    "embedded-untyped": HEAD + b"<</Type/Filespec/EF\0<</F 3 0 R>>>>" + END,
    "password": HEAD + b"trailer <</Encrypt 9 0 R>>" + END,
    "form": HEAD + b"<</S/SubmitForm/F(https://xa.example)>>" + END,
    "form-data": HEAD + b"<</S/ImportData/F(a.fdf)>>" + END,
    "other-file": HEAD + b"<</S/GoToR/F(a.pdf)>>" + END,
    "other-file-within": HEAD + b"<</S/GoToE>>" + END,
    "film": HEAD + b"<</S/Rendition>>" + END,
    "sound": HEAD + b"<</S/Sound>>" + END,
    "old-film": HEAD + b"<</S/Movie>>" + END,
    "opens-a-page-of-the-web": HEAD + b"<</OpenAction<</S/URI/URI(https://xa.example)>>>>" + END,
    "opens-elsewhere": HEAD + b"<</OpenAction 7 0 R>>" + END,
    "opens-after-a-comment": HEAD + b"<</OpenAction%[2 0 R/Fit\n<</S/URI>>>>" + END,
    "at-each-page": HEAD + b"<</AA<</O<</S/URI/URI(https://xa.example)>>>>>>" + END,
    "at-each-page-elsewhere": HEAD + b"<</#41A 7 0 R>>" + END,
    "at-each-page-commented": HEAD + b"<</AA%\n7 0 R>>" + END,
    "packed": deflated(PROGRAM),
    "packed-uri": deflated(b"6 0 <</OpenAction<</S/URI/URI(https://xa.example)>>>>"),
    "packed-in-a-list": packed(zlib.compress(PROGRAM), KEYS.replace(b"/FlateDecode", b"[ /FlateDecode ]")),
    "commented": deflated(b"%6 0\n" + PROGRAM),
    "hex": HEX,
    "base85": BASE85,
    "twice": packed(TWICE, KEYS.replace(b"/FlateDecode", b"[/FlateDecode/FlateDecode]")),
    "predicted": packed(zlib.compress(HARMLESS), KEYS + b"/DecodeParms<</Predictor 12>>"),
    "two-filters": packed(zlib.compress(HARMLESS), KEYS + b"/Filter/ASCIIHexDecode"),
    "filter-elsewhere": packed(zlib.compress(PROGRAM), KEYS.replace(b"/FlateDecode", b" 8 0 R")),
    "space-after-stream": packed(zlib.compress(PROGRAM), opening=b"stream \n"),
    "comment-before-stream": packed(zlib.compress(PROGRAM), opening=b"% >>\nstream\n"),
    "comment-in-keys": packed(zlib.compress(PROGRAM), KEYS + b"%\n"),
    "type-escaped": packed(TWICE, KEYS.replace(b"ObjStm", b"Obj#53tm")),
    "without-type": packed(TWICE, b"/N 1/First 4/Filter[/FlateDecode/FlateDecode]"),
    "without-type-elsewhere": packed(TWICE, b"/N 9 0 R/First 9 0 R/X(>>endobj)/Filter[/Fl/Fl]"),
    "first-escaped": packed(TWICE, b"/N 1/F#69rst 4/Filter[/FlateDecode/FlateDecode]"),
    "cut-short": packed(zlib.compress(PROGRAM)[:-8]),
    "not-deflated": packed(b"6 0 <</Type/Font>>"),
    "hidden-by-a-stored-block": deflated(b"6 0 endstream").replace(
        zlib.compress(b"6 0 endstream"), zlib.compress(b"6 0 endstream" + PROGRAM, 0)
    ),
    "in-a-picture": HEAD
    + b"4 0 obj <</Length 900/Filter/DCTDecode>> stream\n"
    + HEX
    + b"\nendstream endobj"
    + END,
    "unending": HEAD + b"5 0 obj <<%b>> stream\n" % KEYS + zlib.compress(HARMLESS) + END,
    "very-much": deflated(b" " * 30_000_000),
}


@pytest.mark.parametrize("data", HARMFUL.values(), ids=HARMFUL)
def test_a_file_that_does_more_than_show_is_refused(data: bytes) -> None:
    with pytest.raises(pdf.Active):
        pdf.examine(data)


OUTLINE = b"7 0 obj <</Title(M\\(1 \\) (hai) % << )/First 8 0 R/Last 9 0 R/D<</A(>>)>>>>\nendobj"
ORDINARY = {
    "plain": HEAD + END,
    "libreoffice": HEAD.replace(b"[2 0 R/Fit]", b"[1 0 R /XYZ null null 0]") + END,
    "link": HEAD + b"<</Type/Annot/A<</S/URI/URI(https://xa.example)>>>>" + END,
    "packed": deflated(HARMLESS),
    "packed-word": packed(
        zlib.compress(HARMLESS),
        b"/Type/ObjStm/N 5/First 30/Filter/FlateDecode/Length 296",
        b"\r\nstream\r\n",
    ),
    "packed-acrobat": packed(
        zlib.compress(HARMLESS),
        b" /Extends 12 0 R /Filter /FlateDecode /First 9 /Length 7 0 R /N 1 /Type /ObjStm ",
        b"stream\r\n",
    ),
    "packed-open": packed(HARMLESS, b"/Type/ObjStm/N 1/First 4"),
    "outline": HEAD
    + OUTLINE
    + b" 8 0 obj <</Filter[/ASCIIHexDecode/FlateDecode]>> stream\n0 endstream"
    + END,
    "short-names-in-a-picture": HEAD + b"4 0 obj <<>> stream\n\x01/AA\x8f/EF)/AA<\nendstream endobj" + END,
}


@pytest.mark.parametrize("data", ORDINARY.values(), ids=ORDINARY)
def test_an_ordinary_file_passes(data: bytes) -> None:
    assert pdf.examine(data) is False


def typeset(text: str) -> bytes:
    return typst.compile(text.encode())


def test_what_programs_write_passes() -> None:
    made = typeset('#outline()\n= Một (một)\n== Hai\nChữ #link("https://xa.example")[web]\n= Ba\n')
    assert b"/First" in made
    assert pdf.examine(made) is False
    again = PdfWriter(clone_from=PdfReader(io.BytesIO(made)))
    out = io.BytesIO()
    again.write(out)
    assert pdf.examine(out.getvalue()) is False


AUTHORS = {
    "text": (b"<</Author(Nguyen Van Mau)>>", True),
    "hex": (b"<</Author <FEFF004D1EAB0075>>>", True),
    "elsewhere": (b"<</Author 9 0 R>>", True),
    "escaped": (b"<</Auth#6fr(Nguyen Van Mau)>>", True),
    "empty": (b"<</Author()/Title()>>", False),
    "empty-hex": (b"<</Author<FEFF>>>", False),
    "empty-unicode": (b"<</Author(\xfe\xff)>>", False),
    "program": (b"<</Creator(Microsoft Word)/Producer(Microsoft Word)>>", False),
    "xmp": (b"<dc:creator><rdf:Seq> <rdf:li>Nguyen Van Mau</rdf:li></rdf:Seq></dc:creator>", True),
    "xmp-empty": (b"<dc:creator>\n<rdf:Seq><rdf:li></rdf:li></rdf:Seq></dc:creator>", False),
}


@pytest.mark.parametrize(("said", "names"), AUTHORS.values(), ids=AUTHORS)
def test_who_wrote_it_is_seen(said: bytes, names: bool) -> None:
    assert pdf.examine(HEAD + b"3 0 obj " + said + b" endobj" + END) is names
    assert pdf.examine(deflated(b"6 0 " + said)) is names


def test_who_wrote_it_is_seen_in_deflated_metadata() -> None:
    said = zlib.compress(AUTHORS["xmp"][0])
    keys = b"/Type/Metadata/Subtype/XML/Filter/FlateDecode/Length 99"
    assert pdf.examine(HEAD + b"4 0 obj <<%b>>\nstream\n" % keys + said + b"\nendstream endobj" + END)


def test_an_author_as_a_library_writes_it() -> None:
    made = PdfWriter()
    made.add_blank_page(100, 100)
    made.add_metadata({"/Author": "Nguyễn Văn Mẫu"})
    out = io.BytesIO()
    made.write(out)
    assert pdf.examine(out.getvalue())
    made.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject("https://xa.example")}
    )
    made.write(out)
    with pytest.raises(pdf.Active):
        pdf.examine(out.getvalue())
    made.root_object[NameObject("/OpenAction")] = ArrayObject(
        [made.pages[0].indirect_reference, NameObject("/Fit")]
    )
    out = io.BytesIO()
    made.write(out)
    assert pdf.examine(out.getvalue())


@pytest.fixture
def fed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The bytes given to each unpacking."""
    sizes: list[int] = []
    real = zlib.decompressobj

    class Counting:
        def __init__(self) -> None:
            self._real = real()

        def decompress(self, data: bytes, most: int) -> bytes:
            sizes.append(len(data))
            return self._real.decompress(data, most)

        @property
        def eof(self) -> bool:
            return self._real.eof

    monkeypatch.setattr(zlib, "decompressobj", Counting)
    return sizes


def many(count: int) -> bytes:
    """A file of many small packed streams and much else."""
    one = b"5 0 obj <<%b>> stream\n" % KEYS + zlib.compress(HARMLESS) + b"\nendstream endobj\n"
    return HEAD + one * count + b" " * 3_000_000 + END


def test_each_byte_is_unpacked_once(fed: list[int]) -> None:
    data = many(pdf.MOST_PACKED)
    assert pdf.examine(data) is False
    assert len(fed) == pdf.MOST_PACKED
    assert sum(fed) < len(data) - 3_000_000


def test_more_streams_than_any_file_has_are_refused_unread(fed: list[int]) -> None:
    with pytest.raises(pdf.Active):
        pdf.examine(many(pdf.MOST_PACKED + 1))
    assert fed == []


def test_streams_within_each_other_are_refused_at_once(fed: list[int]) -> None:
    with pytest.raises(pdf.Active):
        pdf.examine(HEAD + b"<<%b>> stream\n" % KEYS * 1000 + b" " * 3_000_000 + b"endstream" + END)
    assert fed == []


@pytest.mark.parametrize("part", [b"<</First ", b"/First>>%", b"/AA%", b"(/First "])
def test_walking_has_an_end(part: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    walked: list[int] = []
    real = pdf._after_dictionary

    def counting(data: bytes, start: int, most: int) -> int:
        end = real(data, start, most)
        walked.append(end - start)
        return end

    monkeypatch.setattr(pdf, "_after_dictionary", counting)
    with pytest.raises(pdf.Active):
        pdf.examine(HEAD + part * 300_000 + END)
    assert sum(walked) <= 2_000_000

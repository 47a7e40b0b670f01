"""Which plates photographs show, and which they should."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from village_site.atlas import Atlas, Coded
from village_site.catalogue import LANGUAGES
from village_site.codes.alphabet import shown
from village_site.labels import name_of
from village_site.model.village import Village
from village_site.verify.address import address_in
from village_site.verify.naming import Naming
from village_site.verify.pictures import BadPicture, photos_in
from village_site.verify.reading import Seen
from village_site.verify.result import Finding, Matter, Verification
from village_site.verify.worker import SECONDS, Reader

Progress = Callable[[int, int], None]


def verify_photos(
    atlas: Atlas,
    run_codes: Collection[str] | None,
    paths: Iterable[Path],
    *,
    other_runs: Mapping[str, Collection[str]] | None = None,
    base_urls: Collection[str] = (),
    seconds: float = SECONDS,
    progress: Progress | None = None,
) -> Verification:
    """Reads photographs (files, or folders of them) and compares them with the codes of a print run.

    Codes are without hyphen. Without `run_codes` every record's plate is expected that should hang today.
    `other_runs` has the codes of other runs by their names, to say where a stray plate belongs; `base_urls`
    has addresses printed in former times, beside `codes.base_url`. A photograph gets `seconds` at most.
    `progress` hears how many photographs are done and how many there are. What is wrong with a photograph is
    a finding, never an exception.
    """
    photos = list(photos_in(paths))
    judge = _Judge(atlas, run_codes, other_runs or {}, (atlas.dataset.site.codes.base_url, *base_urls))
    with Reader(seconds) as reader:
        for number, photo in enumerate(photos, 1):
            try:
                judge.look(photo, reader.read(photo))
            except BadPicture as bad:
                judge.findings.append(Finding(Matter.BROKEN, bad.reason, str(photo)))
            if progress is not None:
                progress(number, len(photos))
    return judge.verdict(len(photos))


@dataclass(slots=True)
class _Sightings:
    """Where a code was seen: how often in each photograph, by the digest of its file."""

    counts: dict[str, int] = field(default_factory=dict)
    photos: dict[str, str] = field(default_factory=dict)


class _Judge:
    """Collects what photographs show, and says in the end what of it is wrong."""

    def __init__(
        self,
        atlas: Atlas,
        run_codes: Collection[str] | None,
        other_runs: Mapping[str, Collection[str]],
        base_urls: tuple[str, ...],
    ) -> None:
        self.findings: list[Finding] = []
        self._coded = {item.code: item for item in atlas.coded()}
        self._issued = atlas.dataset.register.by_code
        self._run = run_codes
        wanted = run_codes if run_codes is not None else set(_hanging(self._coded.values()))
        # In the order of the data, by village and house; what the data does not know comes last.
        known = [code for code in self._coded if code in wanted]
        self._expected = dict.fromkeys([*known, *sorted(set(wanted) - set(known))])
        self._other_runs = other_runs
        self._base_urls = base_urls
        self._naming = Naming(self._coded.values())
        self._seen: dict[str, _Sightings] = defaultdict(_Sightings)

    def look(self, photo: Path, seen: Seen) -> None:
        """Takes in what one photograph shows."""
        name = str(photo)
        codes: dict[str, None] = {}
        for text in sorted(seen.texts):
            address = address_in(text, self._base_urls)
            code = address.code
            if code in self._issued or code in self._expected:
                self._seen[code].counts[seen.digest] = seen.texts[text]
                self._seen[code].photos.setdefault(seen.digest, name)
                codes[code] = None
            elif code:
                self.findings.append(
                    Finding(Matter.UNKNOWN, "not-issued", name, params={"found": shown(code)})
                )
            else:
                matter = Matter.UNKNOWN if address.reason == "odd-address" else Matter.FOREIGN
                self.findings.append(Finding(matter, address.reason, name, params={"host": address.host}))
        self.findings.extend(self._judged(photo, list(codes)))
        if seen.unread or not seen.texts:
            matter = Matter.PARTLY if seen.texts else Matter.UNREADABLE
            self.findings.append(Finding(matter, matter, name, params={"count": str(seen.unread)}))

    def _judged(self, photo: Path, codes: list[str]) -> Iterator[Finding]:
        """What is to be said of the codes on one photograph."""
        name = str(photo)
        named = self._naming.codes_named(photo)
        strayed = bool(codes) and bool(named) and named.isdisjoint(codes)
        if strayed:
            for code in codes:
                yield Finding(Matter.WRONG_HOUSE, "wrong-house", name, code, tuple(sorted(named)))
        for code in codes:
            if code not in self._expected:
                yield self._stray(name, code)
            elif not strayed:
                yield Finding(Matter.GOOD, "good", name, code)

    def _stray(self, name: str, code: str) -> Finding:
        """A plate that was issued but is not expected."""
        if runs := [run for run, codes in self._other_runs.items() if code in codes]:
            return Finding(Matter.OTHER_RUN, "other-run", name, code, params={"run": ", ".join(runs)})
        return Finding(Matter.OTHER_RUN, "withdrawn" if self._run is None else "not-in-run", name, code)

    def verdict(self, photos: int) -> Verification:
        """Everything found, in order."""
        for code, seen in self._seen.items():
            if (count := sum(seen.counts.values())) > 1:
                names = ", ".join(dict.fromkeys(seen.photos.values()))
                reason = "doubled" if max(seen.counts.values()) > 1 else "doubled-photos"
                params = {"count": str(count), "photos": names}
                self.findings.append(Finding(Matter.DOUBLED, reason, "", code, params=params))
        missing = [code for code in self._expected if code not in self._seen]
        self.findings.extend(Finding(Matter.MISSING, "missing", "", code) for code in missing)
        order = list(Matter)
        findings = tuple(sorted(self.findings, key=lambda finding: order.index(finding.matter)))
        mentioned = {code for finding in findings for code in (finding.code, *finding.named) if code}
        return Verification(
            photos=photos,
            expected=len(self._expected),
            present=len(self._expected) - len(missing),
            findings=findings,
            records={code: self._issued[code].record for code in mentioned if code in self._issued},
            names={lang: {code: self._name(code, lang) for code in mentioned} for lang in LANGUAGES},
        )

    def _name(self, code: str, lang: str) -> str:
        """What a plate stands for, as people say it; "" when nobody knows any more."""
        item = self._coded.get(code)
        if item is None or item.place is None or item.record is None:
            return ""
        name = name_of(item.place, item.record, lang)
        return name if isinstance(item.record, Village) else f"{name}, {item.place.name}"


def _hanging(coded: Iterable[Coded]) -> Iterator[str]:
    """The codes that should be on a plate today."""
    for item in coded:
        if item.record is not None and item.primary and item.kind.printed:
            yield item.code

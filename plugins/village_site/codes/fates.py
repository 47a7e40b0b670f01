"""Follows codes through what became of their records: moved, retired, villages renamed, merged, split."""

from __future__ import annotations

from collections.abc import Iterable

from village_site.codes.register import Issued, Register
from village_site.model.events import CodeEvent, Fate

Key = tuple[str, str]
"""Kind and record, as the register writes them."""


class Fates:
    """The events of a data set, by code and by village; of several for one, the last by date holds."""

    def __init__(self, events: Iterable[CodeEvent]) -> None:
        self.events = tuple(sorted(events, key=lambda event: event.date.sort_key()))
        self._by_code = {code: event for event in self.events for code in event.codes}
        self._by_village = {
            event.village: event for event in self.events if event.village and event.what.of_village
        }

    def of_code(self, code: str) -> CodeEvent | None:
        """What became of a code itself."""
        return self._by_code.get(code)

    def of_village(self, village: str) -> CodeEvent | None:
        """What became of a village."""
        return self._by_village.get(village)

    def is_retired(self, code: str) -> bool:
        """True when the plate is not to be used any more."""
        event = self._by_code.get(code)
        return event is not None and event.what is Fate.RETIRED

    def heirs(self, village: str) -> tuple[str, ...]:
        """The villages that an earlier one became, in the end; empty for one nothing happened to."""
        found: dict[str, None] = {}
        seen = {village}
        waiting = [village]
        while waiting:
            event = self._by_village.get(waiting.pop())
            for target in event.to if event else ():
                heir = target.text.partition("/")[0]
                if heir in seen:
                    continue
                seen.add(heir)
                if heir in self._by_village:
                    waiting.append(heir)
                else:
                    found[heir] = None
        return tuple(found)

    def owner(self, issued: Issued) -> Key | None:
        """The record a code stands for today, as far as events say; None once it is retired.

        Ids of a merged or split village may be taken by other records of its heirs, so there only the code
        beside a record tells whose it is.
        """
        if self.is_retired(issued.code):
            return None
        key = (issued.kind, issued.record)
        event = self._by_code.get(issued.code)
        if event is not None and event.what is Fate.MOVED and event.to:
            key = (issued.kind, event.to[-1].text)
        seen: set[str] = set()
        while True:
            village, slash, name = key[1].partition("/")
            renamed = self._by_village.get(village)
            if renamed is None or renamed.what is not Fate.RENAMED or not renamed.to or village in seen:
                return key
            seen.add(village)
            key = (key[0], f"{renamed.to[0].text}{slash}{name}")

    def codes_by_record(self, register: Register) -> dict[Key, list[str]]:
        """The codes in use of every record, in the order of the register's files."""
        found: dict[Key, list[str]] = {}
        for code, issued in register.by_code.items():
            if (key := self.owner(issued)) is not None:
                found.setdefault(key, []).append(code)
        return found

    def may_bear(self, issued: Issued, key: Key) -> bool:
        """True when a code issued for one record may stand beside another."""
        if self.owner(issued) == key:
            return True
        return issued.kind == key[0] and key[1].partition("/")[0] in self.heirs(issued.village)

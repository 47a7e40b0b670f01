"""Classes made by `frozen` behave as `dataclass(frozen=True, slots=True)` does."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import dataclass, field
from typing import Any

import pytest

from village_site.frozen import frozen, frozen_by_name


@frozen
class Ours:
    """Made here."""

    first: str
    second: int = 2
    third: list[str] = field(default_factory=list)
    fourth: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Theirs:
    """Made by the standard library."""

    first: str
    second: int = 2
    third: list[str] = field(default_factory=list)
    fourth: str = field(default="", compare=False, repr=False)


@frozen_by_name
class Named:
    """Given by name alone."""

    first: str
    second: int = 2


@frozen
class Longer(Ours):
    """One field more, and its own words."""

    fifth: str = "5"

    def __repr__(self) -> str:
        return "longer"


BOTH = pytest.mark.parametrize("cls", [Ours, Theirs])


@BOTH
@pytest.mark.parametrize(
    ("given", "named"),
    [
        (("a",), {}),
        ((), {"first": "a"}),
        (("a", 2), {"third": []}),
        (("a", 2, [], "x"), {}),
        (("a",), {"fourth": "y"}),
    ],
)
def test_values_are_given_by_place_or_name(cls: Any, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    made = cls(*given, **named)
    assert dataclasses.astuple(made)[:3] == ("a", 2, [])
    assert made == cls("a")
    assert repr(made) == f"{cls.__name__}(first='a', second=2, third=[])"


@BOTH
@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((), {}),
        (("a", 1, [], "", 5), {}),
        (("a",), {"first": "b"}),
        (("a",), {"other": 1}),
        ((), {"first": "a", "second": 1, "third": [], "other": 1}),
        ((), {"first": "a", "second": 1, "third": [], "fourth": "", "other": 1}),
    ],
)
def test_what_does_not_fit_is_refused(cls: Any, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        cls(*given, **named)


@BOTH
def test_nothing_changes_afterwards(cls: Any) -> None:
    made = cls("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.first = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del made.first
    assert not hasattr(made, "__dict__")
    assert made.third is not cls("a").third


@BOTH
def test_it_can_be_copied_sent_and_replaced(cls: Any) -> None:
    made = cls("a", 3, ["x"], "y")
    for other in (pickle.loads(pickle.dumps(made)), copy.copy(made), copy.deepcopy(made)):
        assert (other, other.fourth) == (made, "y")
    assert dataclasses.replace(made, second=4) == cls("a", 4, ["x"])


@pytest.mark.parametrize("cls", [Named, Longer])
def test_equal_ones_are_one_in_a_set(cls: Any) -> None:
    third = {} if cls is Named else {"third": ()}
    assert len({cls(first="a", **third), cls(first="a", second=2, **third), cls(first="b", **third)}) == 2
    assert cls(first="a", **third) != Ours("a")


def test_names_alone_where_so_declared_and_what_a_class_says_itself_stays() -> None:
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[call-arg]
    assert (repr(Longer("a")), Longer("a", fifth="x").fifth) == ("longer", "x")

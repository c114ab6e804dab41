"""Values as JSON and back, strictly: whatever is odd is a ValueError, so that an audit can name it.

Pure: standard library only. A shape says how each field is read. None and False are left out, and a
number is always written as a float, whose shortest text gives the same number back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

LARGEST = 1e15  # no figure is that large; infinities and NaN are none
LARGEST_WHOLE = 2**63  # of an id
Reader = Callable[[object], Any]
Shape = Mapping[str, Reader]
T = TypeVar("T")


def dump(one: object, shape: Shape) -> dict[str, Any]:
    """The fields of a shape, in its order, without None and False."""
    found: dict[str, Any] = {}
    for name, read in shape.items():
        value = getattr(one, name)
        if value is not None and value is not False:
            found[name] = float(value) if read is number else value
    return found


def load(cls: Callable[..., T], shape: Shape, data: object) -> T:
    """The value that `dump` wrote; ValueError if it is another."""
    if not isinstance(data, dict):
        raise ValueError(f"not an object: {data!r:.80}")
    try:
        return cls(**{name: shape[name](value) for name, value in data.items()})
    except (KeyError, TypeError):
        raise ValueError(f"fields other than {', '.join(shape)}: {data!r:.80}") from None


def number(value: object) -> float:
    if type(value) is float and -LARGEST < value < LARGEST:
        return value
    if type(value) is int and -LARGEST < value < LARGEST:
        return float(value)
    raise ValueError(f"not a number: {value!r:.80}")


def whole(value: object) -> int:
    """From 0."""
    if type(value) is int and 0 <= value < LARGEST_WHOLE:
        return value
    raise ValueError(f"not a whole number: {value!r:.80}")


def true(value: object) -> bool:
    """False is left out."""
    if value is True:
        return value
    raise ValueError(f"not true: {value!r:.80}")

"""Messages between reading and its parsing child: JSON with its length before it, over pipes; never pickle."""

from __future__ import annotations

import struct
from functools import cache
from typing import IO, Annotated, Any

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass

from vanban.reading.events import Event

DONE = b"{}"
"""The message that ends a file's events."""

_LENGTH = struct.Struct(">I")
_LONGEST = 1 << 30
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Order:
    """What the child is to parse: a :class:`~vanban.reading.events.Task` in plain values."""

    path: str
    media_type: str
    settings: dict[str, int | float | str]
    ocr: bool
    skip: list[int]
    apart: bool = False


def write(stream: IO[bytes], data: bytes) -> None:
    """One message; it is flushed."""
    left = memoryview(_LENGTH.pack(len(data)) + data)
    while left:
        left = left[stream.write(left) :]
    stream.flush()


def read(stream: IO[bytes]) -> bytes | None:
    """The next message, or ``None`` when the other side is gone or speaks nonsense."""
    head = _exactly(stream, _LENGTH.size)
    if head is None:
        return None
    (length,) = _LENGTH.unpack(head)
    return _exactly(stream, length) if length <= _LONGEST else None


def event(data: bytes) -> Event | None:
    """The event that ``data`` tells; ``None`` for the end of the file's events."""
    return None if data == DONE else _events().validate_json(data)


def pack(one: Event) -> bytes:
    """An event as JSON."""
    return _events().dump_json(one)


def pack_order(order: Order) -> bytes:
    """An order as JSON."""
    return _orders().dump_json(order)


def order(data: bytes) -> Order:
    """The order that ``data`` gives."""
    return _orders().validate_json(data)


def _exactly(stream: IO[bytes], count: int) -> bytes | None:
    parts = []
    while count:
        part = stream.read(min(count, _PIECE))
        if not part:
            return None
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


@cache
def _events() -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[Event, Field(discriminator="kind")])


@cache
def _orders() -> TypeAdapter[Order]:
    return TypeAdapter(Order)

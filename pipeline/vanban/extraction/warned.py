"""Warnings of the header fields, in the words of the catalogue."""

from __future__ import annotations

from vanban import messages
from vanban.record import Warning_


def warned(code: str, page: int | None = None, **params: object) -> Warning_:
    """The warning ``code`` for a page; its words stand under ``warning.<code>`` in the catalogue."""
    return Warning_(code=code, page=page, message=messages.text(f"warning.{code}", **params))

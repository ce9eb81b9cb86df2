"""Days as people type them on the command line."""

from __future__ import annotations

from vanban.errors import UsageError
from vanban.messages import text as say


def checked(option: str, day: str | None, *, command: str) -> str | None:
    """The day of an option as it was typed (``5/3/2020``, ``2020-03-05``, ``2020``).

    Raises :class:`~vanban.errors.UsageError` for what is no day, month or year.
    """
    from vanban.store.edtf import typed

    if day is not None and typed(day) is None:
        raise UsageError(reason=say("reason.not_a_day", option=option, value=day), command=command)
    return day

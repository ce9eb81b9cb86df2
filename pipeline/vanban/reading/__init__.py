"""Reading: a file's bytes become pages of words (with boxes) or of plain text."""

from vanban.reading.opening import open_document

__all__ = ["open_document"]

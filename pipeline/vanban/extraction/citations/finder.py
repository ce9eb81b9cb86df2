"""Citations of a laid-out document, in the record's form."""

from __future__ import annotations

from vanban.extraction.citations.grammar import scan
from vanban.extraction.found import Found
from vanban.language.agencies import written_out
from vanban.layout.model import Layout, Zone
from vanban.record import Citation

_ZONES = (Zone.SUBJECT, Zone.BASIS, Zone.BODY, Zone.ANNEX)


def find_citations(layout: Layout) -> list[Found[Citation]]:
    """Every citation in the subject, the bases, the body and the document's own attachments."""
    found: list[Found[Citation]] = []
    for block in layout.blocks:
        if block.part == "foreign" or block.zone not in _ZONES:
            continue
        for raw in scan(block.text):
            value = Citation(
                text=block.text[raw.start : raw.end],
                type=raw.type,
                number=raw.number,
                date=raw.date,
                issuer=written_out(raw.issuer) if raw.issuer else None,
                title=raw.title,
                pinpoint=raw.pinpoint,
                part="attachment" if block.part == "attachment" else "main",
            )
            evidence = layout.locate(block, raw.start, raw.end)
            found.append(Found(value, 0.9, "citations.grammar", evidence))
    return found

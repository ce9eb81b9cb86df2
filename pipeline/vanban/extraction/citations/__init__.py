"""Citations (viện dẫn): which documents a document names, and what it does to them."""

from vanban.extraction.citations.finder import find_citations
from vanban.extraction.citations.grammar import RawCitation, scan

__all__ = ["RawCitation", "find_citations", "scan"]

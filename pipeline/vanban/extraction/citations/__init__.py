"""Citations (viện dẫn): which documents a document names, and what it does to them."""

from vanban.extraction.citations.finder import Cited, find_citations, read_citations
from vanban.extraction.citations.grammar import RawCitation, scan

__all__ = ["Cited", "RawCitation", "find_citations", "read_citations", "scan"]

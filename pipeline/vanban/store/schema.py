"""The tables: the record as JSON (the contract), and beside it what queries ask for.

The migrations build them; this is what the code of today reads and writes. Dates are kept as written
(EDTF) with the first and last day they cover, ``YYYY-MM-DD``. Nothing here is one
engine's own: the full-text index is another table or no table (:mod:`vanban.store.fulltext`).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

REVISION = "0004"
"""The newest migration: a store at this revision opens without loading Alembic."""

metadata = MetaData()

works = Table(
    "works",  # every document that is known, here or only cited, with what is known of it
    metadata,
    Column("key", Integer, primary_key=True),
    Column("address", String, nullable=False, unique=True),
    Column("cell", String, nullable=False, index=True),  # what is resolved together: number and place
    Column("group_key", String, nullable=False),  # the number; of a work known by less, that behind a tilde
    Column("number", String),
    Column("serial", String),
    Column("date", String),
    Column("date_first", String(10)),
    Column("issuer", String),
    Column("type", String),
    Column("title", Text),
    Column("law_key", String, index=True),  # of a law: type and name
    Column("seat", String),  # where the issuer sits
    Column("present", Boolean, nullable=False),
    Index("ix_works_group_key_date", "group_key", "date"),
    Index("ix_works_date_first_serial", "date_first", "serial"),
    Index("ix_works_date_first_seat", "date_first", "seat"),
)

addresses = Table(
    "addresses",  # every address that a work ever had; without work: that of one known no more
    metadata,
    Column("address", String, primary_key=True),
    Column("work", Integer, ForeignKey("works.key"), index=True),
    Column("cell", String, nullable=False),
)

claims = Table(
    "claims",  # what citations say of a document: equal sayings are one
    metadata,
    Column("key", Integer, primary_key=True),
    Column("identity", String, nullable=False, unique=True),
    Column("group_key", String, nullable=False),
    Column("cell", String, nullable=False, index=True),
    Column("number", String),
    Column("date", String),
    Column("issuer", String),
    Column("type", String),
    Column("title", Text),
    Column("seat", String),
    Column("near", String),  # places around the one who says it, where no seat is told
    Column("certain", Boolean, nullable=False),
    Column("seen", Integer, nullable=False),  # citations that make it, up to a cap
    Column("outcome", String, nullable=False),  # resolved, likely, ambiguous
    Column("work", Integer, ForeignKey("works.key"), index=True),
)

watches = Table(
    "watches",  # the keys of works that a claim without number or place may mean
    metadata,
    Column("claim", Integer, ForeignKey("claims.key", ondelete="CASCADE"), primary_key=True),
    Column("watched", String, primary_key=True, index=True),
)

documents = Table(
    "documents",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String(71), nullable=False, unique=True),
    Column("content", String(64), nullable=False),  # hash of what was extracted, wherever the file lay
    Column("indexed", BigInteger),  # checksum of what the full-text index holds; null when it holds nothing
    Column("genre", String, nullable=False),
    Column("type_code", String),
    Column("type_name", String),
    Column("number", String),
    Column("number_key", String, index=True),
    Column("serial", String),
    Column("symbol", String),
    Column("number_status", String, nullable=False),
    Column("date", String),
    Column("date_first", String(10), index=True),
    Column("date_last", String(10)),
    Column("year", String(4)),  # null when the date spans several
    Column("issuer", String),
    Column("issuer_parent", String),
    Column("issuer_level", String),
    Column("jurisdiction", String),
    Column("jurisdiction_current", String),
    Column("place", String),
    Column("subject", Text),
    Column("signer", String),
    Column("urgency", String),
    Column("secrecy", String),
    Column("source_name", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("text_kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("added_at", String, nullable=False),
    Column("updated_at", String, nullable=False),
    Column("work", Integer, index=True),  # what it is in the citation graph
    Column("cell", String, index=True),
)


def _child(name: str, *columns: Column[object] | Index) -> Table:
    document = Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True)
    return Table(name, metadata, Column("key", Integer, primary_key=True), document, *columns)


records = _child("records", Column("json", Text, nullable=False))  # apart, so that rows of documents are short

pages = _child("pages", Column("page", Integer, nullable=False), Column("text", Text, nullable=False))

recipients = _child(
    "recipients",
    Column("kind", String, nullable=False),  # to, copy, archive
    Column("item", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("agency", String),
)

assignments = _child(
    "assignments",
    Column("item", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("recurrence", String),
    Column("section", String),
    Column("part", String, nullable=False),
)

assignees = _child(
    "assignees",
    Column("item", Integer, nullable=False),
    Column("role", String, nullable=False),  # assignee, coordinator
    Column("agency", String, nullable=False),
    Column("agency_exact", Text),  # its words as the index has them, a space before and after each
    Column("agency_folded", Text),
)

deadlines = _child(
    "deadlines",
    Column("item", Integer, nullable=False),
    Column("date", String, nullable=False),
    Column("date_first", String(10), index=True),
    Column("date_last", String(10)),
    Column("yearly", String(5)),  # MM-DD of a day of every year
)

citations = _child(
    "citations",
    Column("item", Integer, nullable=False),
    Column("relation", String, nullable=False),
    Column("part", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("type", String),
    Column("number", String),
    Column("number_key", String, index=True),
    Column("date", String),
    Column("issuer", String),
    Column("title", Text),
    Column("refers_back", Boolean, nullable=False),
    Column("pinpoint", Text),  # JSON: the parts named
    Column("page", Integer),
    Column("start", Integer),
    Column("end", Integer),
    Column("claim", Integer, index=True),
)

edges = _child(
    "edges",  # document says that source has a relation to target; source is its own work, or one that it cites
    Column("source", Integer, ForeignKey("works.key")),
    Column("source_claim", Integer, ForeignKey("claims.key")),  # where the source is cited too
    Column("target", Integer, ForeignKey("works.key")),
    Column("claim", Integer, ForeignKey("claims.key"), nullable=False, index=True),
    Column("relation", String, nullable=False),
    Column("scope", String, nullable=False),  # whole, part
    Column("times", Integer, nullable=False),
    Index("ix_edges_source", "source", "relation", "target", "scope", "times", "document", "source_claim"),
    Index("ix_edges_target", "target", "relation", "key", "source"),
)
Index("ix_edges_source_claim", edges.c.source_claim, sqlite_where=edges.c.source_claim.is_not(None),
      postgresql_where=edges.c.source_claim.is_not(None))  # fmt: skip

doubts = _child("doubts", Column("field", String, nullable=False))

warnings = _child(
    "warnings",
    Column("code", String, nullable=False),
    Column("page", Integer),
    Column("message", Text, nullable=False),
)

places = _child(
    "places",
    Column("place", Text, nullable=False),  # path or name under which the same bytes were seen
    Column("seen_at", String, nullable=False),
)

originals = _child("originals", Column("path", String, nullable=False))  # of the kept copy, within the store's folder

DERIVED = (records, pages, recipients, assignments, assignees, deadlines, citations, edges, doubts, warnings)
"""Tables made from the record alone: a newer extraction replaces their rows."""

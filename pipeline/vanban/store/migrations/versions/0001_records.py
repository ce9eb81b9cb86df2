"""Documents, what queries ask of them, the places they were seen in, and their kept originals."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _child(name: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key", ondelete="CASCADE"), nullable=False),
        *columns,
    )
    op.create_index(f"ix_{name}_document", name, ["document"])


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(71), nullable=False, unique=True),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("genre", sa.String, nullable=False),
        sa.Column("type_code", sa.String),
        sa.Column("type_name", sa.String),
        sa.Column("number", sa.String),
        sa.Column("number_key", sa.String),
        sa.Column("serial", sa.String),
        sa.Column("symbol", sa.String),
        sa.Column("number_status", sa.String, nullable=False),
        sa.Column("date", sa.String),
        sa.Column("date_first", sa.String(10)),
        sa.Column("date_last", sa.String(10)),
        sa.Column("year", sa.String(4)),
        sa.Column("issuer", sa.String),
        sa.Column("issuer_parent", sa.String),
        sa.Column("issuer_level", sa.String),
        sa.Column("jurisdiction", sa.String),
        sa.Column("jurisdiction_current", sa.String),
        sa.Column("place", sa.String),
        sa.Column("subject", sa.Text),
        sa.Column("signer", sa.String),
        sa.Column("urgency", sa.String),
        sa.Column("secrecy", sa.String),
        sa.Column("source_name", sa.String, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("bytes", sa.Integer, nullable=False),
        sa.Column("text_kind", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("added_at", sa.String, nullable=False),
        sa.Column("updated_at", sa.String, nullable=False),
    )
    op.create_index("ix_documents_number_key", "documents", ["number_key"])
    op.create_index("ix_documents_date_first", "documents", ["date_first"])
    _child("records", sa.Column("json", sa.Text, nullable=False))
    _child("pages", sa.Column("page", sa.Integer, nullable=False), sa.Column("text", sa.Text, nullable=False))
    _child(
        "recipients",
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("agency", sa.String),
    )
    _child(
        "assignments",
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("recurrence", sa.String),
        sa.Column("section", sa.String),
        sa.Column("part", sa.String, nullable=False),
    )
    _child(
        "assignees",
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("agency", sa.String, nullable=False),
    )
    _child(
        "deadlines",
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("date", sa.String, nullable=False),
        sa.Column("date_first", sa.String(10)),
        sa.Column("date_last", sa.String(10)),
        sa.Column("yearly", sa.String(5)),
    )
    op.create_index("ix_deadlines_date_first", "deadlines", ["date_first"])
    _child(
        "citations",
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("relation", sa.String, nullable=False),
        sa.Column("part", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("type", sa.String),
        sa.Column("number", sa.String),
        sa.Column("number_key", sa.String),
        sa.Column("date", sa.String),
        sa.Column("issuer", sa.String),
        sa.Column("title", sa.Text),
        sa.Column("refers_back", sa.Boolean, nullable=False),
    )
    op.create_index("ix_citations_number_key", "citations", ["number_key"])
    _child("doubts", sa.Column("field", sa.String, nullable=False))
    _child(
        "warnings",
        sa.Column("code", sa.String, nullable=False),
        sa.Column("page", sa.Integer),
        sa.Column("message", sa.Text, nullable=False),
    )
    _child("places", sa.Column("place", sa.Text, nullable=False), sa.Column("seen_at", sa.String, nullable=False))
    _child("originals", sa.Column("path", sa.String, nullable=False))

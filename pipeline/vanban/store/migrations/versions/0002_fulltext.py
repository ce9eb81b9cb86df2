"""The full-text index, in SQLite an exact and a folded column for each field, in PostgreSQL two vectors.

Documents are indexed on opening.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"

FIELDS = ("number", "type", "subject", "issuer", "place", "signer", "recipients", "assignees", "cites", "text")


def upgrade() -> None:
    op.add_column("documents", sa.Column("indexed", sa.BigInteger))
    if op.get_bind().dialect.name == "sqlite":
        columns = ", ".join(f"{field}_exact, {field}_folded" for field in FIELDS)
        op.execute(f"CREATE VIRTUAL TABLE search USING fts5({columns}, content='', tokenize='ascii')")
        return
    op.create_table(
        "search",
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("part", sa.Integer, primary_key=True),
        sa.Column("exact", postgresql.TSVECTOR, nullable=False),
        sa.Column("folded", postgresql.TSVECTOR, nullable=False),
    )
    op.create_index("ix_search_words", "search", ["exact", "folded"], postgresql_using="gin")

"""The full-text index, an exact and a folded column for each field; documents are indexed on opening."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

FIELDS = ("number", "type", "subject", "issuer", "place", "signer", "recipients", "assignees", "cites", "text")


def upgrade() -> None:
    op.add_column("documents", sa.Column("indexed", sa.Integer))
    if op.get_bind().dialect.name == "sqlite":
        columns = ", ".join(f"{field}_exact, {field}_folded" for field in FIELDS)
        op.execute(f"CREATE VIRTUAL TABLE search USING fts5({columns}, content='', tokenize='ascii')")

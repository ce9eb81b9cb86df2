"""The citation graph: known documents and their addresses, what citations say of them, and the edges between them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "works",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("address", sa.String, nullable=False, unique=True),
        sa.Column("cell", sa.String, nullable=False),
        sa.Column("group_key", sa.String, nullable=False),
        sa.Column("number", sa.String),
        sa.Column("serial", sa.String),
        sa.Column("date", sa.String),
        sa.Column("date_first", sa.String(10)),
        sa.Column("issuer", sa.String),
        sa.Column("type", sa.String),
        sa.Column("title", sa.Text),
        sa.Column("law_key", sa.String),
        sa.Column("seat", sa.String),
        sa.Column("present", sa.Boolean, nullable=False),
    )
    op.create_table(
        "addresses",
        sa.Column("address", sa.String, primary_key=True),
        sa.Column("work", sa.Integer, sa.ForeignKey("works.key")),
        sa.Column("cell", sa.String, nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("identity", sa.String, nullable=False, unique=True),
        sa.Column("group_key", sa.String, nullable=False),
        sa.Column("cell", sa.String, nullable=False),
        sa.Column("number", sa.String),
        sa.Column("date", sa.String),
        sa.Column("issuer", sa.String),
        sa.Column("type", sa.String),
        sa.Column("title", sa.Text),
        sa.Column("seat", sa.String),
        sa.Column("near", sa.String),
        sa.Column("certain", sa.Boolean, nullable=False),
        sa.Column("seen", sa.Integer, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("work", sa.Integer, sa.ForeignKey("works.key")),
    )
    op.create_table(
        "watches",
        sa.Column("claim", sa.Integer, sa.ForeignKey("claims.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("watched", sa.String, primary_key=True),
    )
    op.create_table(
        "edges",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key", ondelete="CASCADE"), nullable=False),
        sa.Column("source", sa.Integer, sa.ForeignKey("works.key")),
        sa.Column("source_claim", sa.Integer, sa.ForeignKey("claims.key")),
        sa.Column("target", sa.Integer, sa.ForeignKey("works.key")),
        sa.Column("claim", sa.Integer, sa.ForeignKey("claims.key"), nullable=False),
        sa.Column("relation", sa.String, nullable=False),
        sa.Column("scope", sa.String, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
    )
    op.add_column("documents", sa.Column("work", sa.Integer))
    op.add_column("documents", sa.Column("cell", sa.String))
    for name in ("pinpoint", "page", "start", "end", "claim"):
        op.add_column("citations", sa.Column(name, sa.Text if name == "pinpoint" else sa.Integer))
    for table, columns in SINGLE.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])
    for table, name, covered in COVERING:
        op.create_index(f"ix_{table}_{name}", table, covered)
    told = sa.text("source_claim IS NOT NULL")
    op.create_index("ix_edges_source_claim", "edges", ["source_claim"], sqlite_where=told, postgresql_where=told)


SINGLE = {
    "works": ("cell", "law_key"),
    "addresses": ("work",),
    "claims": ("cell", "work"),
    "watches": ("watched",),
    "edges": ("document", "claim"),
    "documents": ("work", "cell"),
    "citations": ("claim",),
}
COVERING = (
    ("works", "group_key_date", ["group_key", "date"]),
    ("works", "date_first_serial", ["date_first", "serial"]),
    ("works", "date_first_seat", ["date_first", "seat"]),
    ("edges", "source", ["source", "relation", "target", "scope", "times", "document", "source_claim"]),
    ("edges", "target", ["target", "relation", "key", "source"]),
)

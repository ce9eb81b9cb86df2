"""The words of each assigned agency beside its name, so that either engine finds them in one assignment."""

import sqlalchemy as sa
from alembic import op

from vanban.store.terms import padded_forms

revision = "0004"
down_revision = "0003"

assignees = sa.table(
    "assignees",
    sa.column("key", sa.Integer),
    sa.column("agency", sa.String),
    sa.column("agency_exact", sa.Text),
    sa.column("agency_folded", sa.Text),
)


def upgrade() -> None:
    op.add_column("assignees", sa.Column("agency_exact", sa.Text))
    op.add_column("assignees", sa.Column("agency_folded", sa.Text))
    connection = op.get_bind()
    for key, agency in connection.execute(sa.select(assignees.c.key, assignees.c.agency)).all():
        exact, folded = padded_forms(agency)
        told = sa.update(assignees).where(assignees.c.key == key).values(agency_exact=exact, agency_folded=folded)
        connection.execute(told)

"""How Alembic runs the migrations: on the connection it is handed, in the caller's transaction."""

from alembic import context
from sqlalchemy import Connection, text

SORTED_BY_THE_SERVER = text(
    """
    SELECT attrelid::regclass::text, quote_ident(attname), format_type(atttypid, atttypmod)
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
      AND attcollation = 'pg_catalog.default'::regcollation
    """
)


def sort_by_code_points(connection: Connection) -> None:
    """Let every text column of a PostgreSQL store compare as SQLite does, whatever the server's language.

    Beginnings of numbers are then found by the index too.
    """
    columns: dict[str, list[str]] = {}
    for table, column, kind in connection.execute(SORTED_BY_THE_SERVER):
        columns.setdefault(table, []).append(f'ALTER COLUMN {column} TYPE {kind} COLLATE "C"')
    for table, changes in columns.items():
        connection.execute(text(f"ALTER TABLE {table} {', '.join(changes)}"))


connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
if connection.dialect.name == "postgresql":
    sort_by_code_points(connection)

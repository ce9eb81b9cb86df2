"""The schema's history, under Alembic; :mod:`vanban.store.database` runs it when a store is opened."""

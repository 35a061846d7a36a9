"""Rows out of SQLite, as plain tuples."""

from typing import Any

import apsw

Row = tuple[Any, ...]


def rows(connection: apsw.Connection, sql: str, *values: Any) -> list[Row]:
    """All rows that a query gives."""
    return connection.execute(sql, values).fetchall()


def first(connection: apsw.Connection, sql: str, *values: Any) -> Row | None:
    """The first row that a query gives, or None."""
    return connection.execute(sql, values).fetchone()

"""The triggers that tell of changes. Made again after each migration: SQLite drops a table's triggers when it rebuilds the table."""

from typing import Any

from django.db import connections

from .changes import Deed, Watched, watched

#: One writer at a time gets numbers, so that on PostgreSQL, too, their order is the order of commits.
LOCK = 7_310_042

POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION house_tell_change() RETURNS trigger AS $$
DECLARE changed jsonb;
BEGIN
    IF TG_OP = 'DELETE' THEN changed := to_jsonb(OLD); ELSE changed := to_jsonb(NEW); END IF;
    PERFORM pg_advisory_xact_lock({LOCK});
    INSERT INTO house_change (kind, row_id) VALUES (TG_ARGV[0], (changed ->> TG_ARGV[1])::bigint);
    RETURN NULL;
END $$ LANGUAGE plpgsql
"""  # noqa: S608 -- a number of ours


def make_triggers(using: str = "default", **_: Any) -> None:
    """Bring the database's triggers in line with what is watched. May run as often as one likes."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for one in (one for one in watched() if one.table in tables):
            for statement in _sqlite(one) if connection.vendor == "sqlite" else _postgresql(one):
                cursor.execute(statement)


def _sqlite(one: Watched) -> list[str]:
    return [statement for deed in one.deeds for statement in _sqlite_pair(one, deed)]


def _sqlite_pair(one: Watched, deed: Deed) -> list[str]:
    name, row = f"{one.name}_{deed.lower()}", "OLD" if deed == "DELETE" else "NEW"
    tell = f"INSERT INTO house_change (kind, row_id) VALUES ('{one.kind}', {row}.{one.column})"  # noqa: S608 -- names from code
    return [f"DROP TRIGGER IF EXISTS {name}", f"CREATE TRIGGER {name} AFTER {_deed(one, deed)} ON {one.table} BEGIN {tell}; END"]


def _postgresql(one: Watched) -> list[str]:
    deeds = " OR ".join(_deed(one, deed) for deed in one.deeds)
    return [
        f"CREATE OR REPLACE TRIGGER {one.name} AFTER {deeds} ON {one.table} "
        f"FOR EACH ROW EXECUTE FUNCTION house_tell_change('{one.kind}', '{one.column}')"
    ]


def _deed(one: Watched, deed: Deed) -> str:
    return f"UPDATE OF {', '.join(one.fields)}" if deed == "UPDATE" and one.fields else deed

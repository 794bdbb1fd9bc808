"""The database itself refuses to change or delete what the ledger holds."""

from django.db import migrations

SQLITE = [
    "CREATE TRIGGER ledger_refuses_update BEFORE UPDATE ON rights_ledgerentry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
    "CREATE TRIGGER ledger_refuses_delete BEFORE DELETE ON rights_ledgerentry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
]
POSTGRESQL = [
    "CREATE FUNCTION ledger_refuses() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER ledger_refuses_change BEFORE UPDATE OR DELETE ON rights_ledgerentry FOR EACH ROW EXECUTE FUNCTION ledger_refuses()",
    "CREATE TRIGGER ledger_refuses_truncate BEFORE TRUNCATE ON rights_ledgerentry FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses()",
]
UNDO_SQLITE = ["DROP TRIGGER ledger_refuses_update", "DROP TRIGGER ledger_refuses_delete"]
UNDO_POSTGRESQL = [
    "DROP TRIGGER ledger_refuses_change ON rights_ledgerentry",
    "DROP TRIGGER ledger_refuses_truncate ON rights_ledgerentry",
    "DROP FUNCTION ledger_refuses()",
]


def _run(schema_editor, sqlite, postgresql):
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def guard(apps, schema_editor):
    _run(schema_editor, SQLITE, POSTGRESQL)


def unguard(apps, schema_editor):
    _run(schema_editor, UNDO_SQLITE, UNDO_POSTGRESQL)


class Migration(migrations.Migration):
    dependencies = [("rights", "0001_works_and_grants")]
    operations = [migrations.RunPython(guard, unguard)]

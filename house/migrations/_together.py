"""Many new tables as one operation of a migration.

Django renders each related model anew after every operation. With the forty tables of a first start, all related
to users, that is most of the time it takes; here they are rendered once. Must not be given anything but CreateModel.
"""

from django.db.migrations.operations.base import Operation, OperationCategory


class CreateTogether(Operation):
    category = OperationCategory.ADDITION
    serialization_expand_args = ["tables"]

    def __init__(self, tables):
        self.tables = tables

    def deconstruct(self):
        return self.__class__.__name__, [], {"tables": self.tables}

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # the rendered models: made again when somebody asks for them
        for table in self.tables:
            table.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for table in self.tables:
            table.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for table in reversed(self.tables):
            table.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Create {', '.join(table.name for table in self.tables)}"

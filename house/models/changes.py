from django.db import models


class Change(models.Model):
    """That a row changed which an answer may rest on. The database itself writes it (`house/change_triggers.py`).

    Ids are given in the order in which transactions are committed, and never twice.
    """

    kind = models.CharField(max_length=20)
    row_id = models.BigIntegerField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.pk}: {self.kind} {self.row_id}"

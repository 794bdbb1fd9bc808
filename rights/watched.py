"""Rows of rights that decisions rest on, by the work that they are about. A new work is no news: nobody has asked about it yet."""

from house.changes import Watched, watch

WORK = "work"

watch(
    Watched("rights_work", WORK, deeds=("UPDATE", "DELETE")),
    Watched("rights_grant", WORK, "work_id"),
    Watched("rights_hold", WORK, "work_id"),
    Watched("rights_prohibition", WORK, "work_id"),
)

"""What our commands have in common: they start at once."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

__all__ = ["CommandError", "CommandParser", "NewsroomCommand"]


class NewsroomCommand(BaseCommand):
    """Asks no system checks: they take longer than most commands, and `prepare` and `serve` ask them at each start."""

    requires_system_checks = ()

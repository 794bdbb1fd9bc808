from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from house import work
from house.models import PeriodicJob

JOBS = {
    "house: send mail",
    "house: forget old changes",
    "house: forget finished tasks",
    "articles: book what became public",
    "articles: open worksheets again that no longer fit",
    "articles: warn of what ends soon",
    "newsroom: audit rights",
    "syndication: offer what is new",
    "syndication: review what was offered",
}


class WhatComesRoundTests(TestCase):
    def test_the_jobs_of_every_room_are_found(self):
        self.assertEqual({job.name for job in work.periodic_jobs()}, JOBS)

    def test_a_worker_runs_each_of_them(self):
        call_command("worker", "--once", stdout=StringIO())

        self.assertEqual(set(PeriodicJob.objects.filter(finished_at__isnull=False, last_error="").values_list("name", flat=True)), JOBS)

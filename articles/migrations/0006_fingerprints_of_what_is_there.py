"""What was published or taken in before there were fingerprints is known again too, a withdrawn story above all."""

from collections import Counter
from itertools import chain, islice

from django.db import migrations

from articles import body
from articles.overlap.fingerprints import kept_of

COMMON = 20
AT_A_TIME = 200


def fill(apps, schema_editor):
    versions = apps.get_model("articles", "PublishedVersion").objects.exclude(body="").order_by("pk")
    taken = apps.get_model("articles", "Revision").objects.filter(number=1, article__origin__isnull=False).order_by("pk")
    texts = chain(
        versions.values_list("article_id", "pk", "body").iterator(AT_A_TIME),
        ((article_id, None, html) for article_id, html in taken.values_list("article_id", "body").iterator(AT_A_TIME)),
    )
    while portion := list(islice(texts, AT_A_TIME)):
        keep(apps.get_model("articles", "Fingerprint"), portion)


def keep(model, portion):
    found = [(article_id, version_id, kept_of(body.to_text(html))) for article_id, version_id, html in portion]
    wanted = {value for _article, _version, values in found for value in values}
    held = set(model.objects.filter(value__in=wanted).values_list("value", "article_id"))
    holders = Counter(value for value, _article in held)
    rows = []
    for article_id, version_id, values in found:
        for value in values:
            if holders[value] < COMMON and (value, article_id) not in held:
                rows.append(model(article_id=article_id, version_id=version_id, value=value))
                held.add((value, article_id))
                holders[value] += 1
    model.objects.bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_fingerprints"),
    ]

    # Backwards the table goes, and its rows with it.
    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]

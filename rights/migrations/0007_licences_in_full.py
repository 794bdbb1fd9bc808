"""What a licence permits, asks and prohibits stands in its row: version, country, sharing, and whether the title must be named."""

import django.core.validators
from django.db import migrations, models


def share_as_before(apps, schema_editor):
    """Until now every licence here let us pass the work on."""
    apps.get_model("rights", "Licence").objects.update(permits_sharing=True)


class Migration(migrations.Migration):

    dependencies = [
        ('rights', '0006_grant_end_is_warned_of'),
    ]

    operations = [
        migrations.AddField(
            model_name='licence',
            name='jurisdiction',
            field=models.CharField(blank=True, db_default='', default='', help_text='Empty means everywhere.', max_length=10),
        ),
        migrations.AddField(
            model_name='licence',
            name='permits_sharing',
            field=models.BooleanField(db_default=False, default=False, verbose_name='permits copying and passing on'),
        ),
        migrations.AddField(
            model_name='licence',
            name='requires_title',
            field=models.BooleanField(db_default=False, default=False, help_text='The title of the work must be named.'),
        ),
        migrations.AddField(
            model_name='licence',
            name='version',
            field=models.CharField(blank=True, db_default='', default='', max_length=10),
        ),
        migrations.AlterField(
            model_name='licence',
            name='spdx_id',
            field=models.CharField(max_length=64, unique=True, validators=[django.core.validators.RegexValidator('^[A-Za-z0-9][A-Za-z0-9.+-]*$', 'An SPDX id has letters, digits, dots and hyphens only. Terms of your own are called LicenseRef-…')], verbose_name='SPDX id'),
        ),
        # Back: nothing to do, the column goes.
        migrations.RunPython(share_as_before, migrations.RunPython.noop),
    ]

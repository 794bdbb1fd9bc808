from django.db import migrations, models

import house.proper_values


class Migration(migrations.Migration):
    dependencies = [("rights", "0009_contributor_agreements")]

    operations = [
        migrations.AddField(
            model_name="grant",
            name="time_zone",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="Of the contract, where it is not ours.",
                max_length=64,
                validators=[house.proper_values.time_zone_name],
            ),
        ),
    ]

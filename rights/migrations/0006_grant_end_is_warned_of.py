from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rights", "0005_prohibitions")]

    operations = [
        migrations.AddField(
            model_name="grant",
            name="end_warned_at",
            field=models.DateTimeField(blank=True, editable=False, help_text="When the desk was told that it ends soon.", null=True),
        ),
    ]

import django.db.models.deletion
import rights.code_lists
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rights', '0004_conditions_of_grants'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Prohibition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uses', rights.code_lists.CodeListField(blank=True, default=list)),
                ('classes', rights.code_lists.CodeListField(blank=True, default=list)),
                ('spared', models.CharField(blank=True, max_length=100)),
                ('begins_at', models.DateTimeField(blank=True, null=True)),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('words', models.TextField(blank=True, help_text="The owner's own words.")),
                ('recorded_at', models.DateTimeField()),
                ('lifted_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='prohibition',
            name='recorded_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='prohibition',
            name='work',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prohibitions', to='rights.work'),
        ),
        migrations.AddConstraint(
            model_name='prohibition',
            constraint=models.CheckConstraint(condition=models.Q(('begins_at__isnull', True), ('ends_at__isnull', True), ('ends_at__gt', models.F('begins_at')), _connector='OR'), name='prohibition_ends_after_it_begins', violation_error_message='The end must come after the start. Correct one of the two dates.'),
        ),
    ]

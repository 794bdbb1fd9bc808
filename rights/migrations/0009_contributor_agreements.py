"""What contributors agreed to, with its proof and its dates; a contributor's work names its agreement."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rights', '0008_terms_over_time'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ContributorAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('contributor', models.CharField(max_length=200)),
                ('contributor_key', models.CharField(db_index=True, max_length=80)),
                ('reference', models.CharField(help_text='As the contract is filed, for example 2026-014.', max_length=80, unique=True)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('is_onward', models.BooleanField(default=False, verbose_name='may be passed on to partners')),
                ('is_exclusive', models.BooleanField(default=False, verbose_name='for us alone')),
                ('keeps_what_was_delivered', models.BooleanField(default=True)),
                ('note', models.TextField(blank=True)),
                ('recorded_at', models.DateTimeField()),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='rights.evidence')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['contributor', '-starts_at'],
            },
        ),
        migrations.AddField(
            model_name='work',
            name='agreement',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='works', to='rights.contributoragreement'),
        ),
        migrations.AddConstraint(
            model_name='contributoragreement',
            constraint=models.CheckConstraint(condition=models.Q(('starts_at__isnull', True), ('ends_at__isnull', True), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='contributor_agreement_ends_after_it_starts', violation_error_message='The agreement must end after it begins. Correct one of the two dates.'),
        ),
        migrations.AddConstraint(
            model_name='contributoragreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('contributor', ''), _negated=True), models.Q(('contributor_key', ''), _negated=True)), name='contributor_agreement_names_its_contributor'),
        ),
    ]

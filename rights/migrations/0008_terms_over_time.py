"""A source's terms become dated rows, each with the kept copy that proves it; a work names the terms that it rests on."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rights', '0007_licences_in_full'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='source',
            name='default_licence',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rights.licence'),
        ),
        migrations.AddField(
            model_name='source',
            name='end_reason',
            field=models.CharField(blank=True, db_default='', default='', max_length=300, verbose_name='why it ended'),
        ),
        migrations.AddField(
            model_name='source',
            name='ended_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='end of the relationship'),
        ),
        migrations.AlterField(
            model_name='termproposal',
            name='work',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='rights.work'),
        ),
        migrations.CreateModel(
            name='SourceTerms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('seen_at', models.DateTimeField()),
                ('valid_from', models.DateTimeField()),
                ('valid_to', models.DateTimeField(blank=True, null=True)),
                ('note', models.TextField(blank=True)),
                ('recorded_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='rights.evidence')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='rights.source')),
            ],
            options={
                'verbose_name_plural': 'source terms',
                'ordering': ['-number'],
            },
        ),
        migrations.AddField(
            model_name='termproposal',
            name='terms',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='rights.sourceterms'),
        ),
        migrations.AddField(
            model_name='work',
            name='terms',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='works', to='rights.sourceterms'),
        ),
        migrations.AddConstraint(
            model_name='termproposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('terms__isnull', True), ('work__isnull', False)), models.Q(('terms__isnull', False), ('work__isnull', True)), _connector='OR'), name='proposal_of_a_work_or_of_terms'),
        ),
        migrations.AddConstraint(
            model_name='sourceterms',
            constraint=models.UniqueConstraint(fields=('source', 'number'), name='terms_numbered_once'),
        ),
        migrations.AddConstraint(
            model_name='sourceterms',
            constraint=models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_to__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='terms_end_after_they_start'),
        ),
    ]

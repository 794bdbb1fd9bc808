"""All tables of the rights room as 0011 left them, for new databases. Those that ran 0001 to 0011 have nothing to do."""

import django.core.validators
import django.db.models.deletion
import house.proper_values
import rights.code_lists
import rights.vocabulary
from django.conf import settings
from django.db import migrations, models

from house.migrations._together import CreateTogether


SQLITE = [
    "CREATE TRIGGER ledger_refuses_update BEFORE UPDATE ON rights_ledgerentry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
    "CREATE TRIGGER ledger_refuses_delete BEFORE DELETE ON rights_ledgerentry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
]
POSTGRESQL = [
    "CREATE FUNCTION ledger_refuses() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER ledger_refuses_change BEFORE UPDATE OR DELETE ON rights_ledgerentry FOR EACH ROW EXECUTE FUNCTION ledger_refuses()",
    "CREATE TRIGGER ledger_refuses_truncate BEFORE TRUNCATE ON rights_ledgerentry FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses()",
]
UNDO_SQLITE = ["DROP TRIGGER ledger_refuses_update", "DROP TRIGGER ledger_refuses_delete"]
UNDO_POSTGRESQL = [
    "DROP TRIGGER ledger_refuses_change ON rights_ledgerentry",
    "DROP TRIGGER ledger_refuses_truncate ON rights_ledgerentry",
    "DROP FUNCTION ledger_refuses()",
]


def _run(schema_editor, sqlite, postgresql):
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def guard(apps, schema_editor):
    _run(schema_editor, SQLITE, POSTGRESQL)


def unguard(apps, schema_editor):
    _run(schema_editor, UNDO_SQLITE, UNDO_POSTGRESQL)


class Migration(migrations.Migration):

    replaces = [
        ('rights', '0001_works_and_grants'),
        ('rights', '0002_ledger_is_append_only'),
        ('rights', '0003_evidence_as_it_was_read'),
        ('rights', '0004_conditions_of_grants'),
        ('rights', '0005_prohibitions'),
        ('rights', '0006_grant_end_is_warned_of'),
        ('rights', '0007_licences_in_full'),
        ('rights', '0008_terms_over_time'),
        ('rights', '0009_contributor_agreements'),
        ('rights', '0010_grant_has_a_zone'),
        ('rights', '0011_bans_in_terms'),
    ]

    initial = True

    dependencies = [
        # All of auth's first: each of them renders again every table that is related to users.
        ('auth', '0012_alter_user_first_name_max_length'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTogether(tables=[
            migrations.CreateModel(
                name='Licence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('spdx_id', models.CharField(max_length=64, unique=True, validators=[django.core.validators.RegexValidator('^[A-Za-z0-9][A-Za-z0-9.+-]*$', 'An SPDX id has letters, digits, dots and hyphens only. Terms of your own are called LicenseRef-…')], verbose_name='SPDX id')),
                    ('name', models.CharField(max_length=200)),
                    ('url', models.URLField(blank=True, max_length=500, verbose_name='address')),
                    ('permits_adaptation', models.BooleanField(default=False)),
                    ('permits_commercial', models.BooleanField(default=False, verbose_name='permits commercial use')),
                    ('requires_share_alike', models.BooleanField(default=False)),
                    ('requires_attribution', models.BooleanField(default=True)),
                    ('jurisdiction', models.CharField(blank=True, db_default='', default='', help_text='Empty means everywhere.', max_length=10)),
                    ('permits_sharing', models.BooleanField(db_default=False, default=False, verbose_name='permits copying and passing on')),
                    ('requires_title', models.BooleanField(db_default=False, default=False, help_text='The title of the work must be named.')),
                    ('version', models.CharField(blank=True, db_default='', default='', max_length=10)),
                ],
                options={
                    'ordering': ['spdx_id'],
                },
            ),
            migrations.CreateModel(
                name='Source',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=200)),
                    ('slug', models.SlugField(max_length=80, unique=True)),
                    ('home_url', models.URLField(blank=True, max_length=500, verbose_name='home page')),
                    ('copyright_holder', models.CharField(blank=True, help_text="Who holds the rights in this source's own work.", max_length=200)),
                    ('default_basis', models.CharField(choices=[('own_staff', 'own_staff'), ('own_contributor', 'own_contributor'), ('cc', 'cc'), ('public_domain', 'public_domain'), ('written_permission', 'written_permission'), ('contract', 'contract'), ('source_terms', 'source_terms'), ('agency', 'agency'), ('press_release', 'press_release'), ('fair_use', 'fair_use'), ('fair_dealing', 'fair_dealing'), ('quotation', 'quotation'), ('unknown', 'unknown')], default=rights.vocabulary.Basis['UNKNOWN'], max_length=30)),
                    ('note', models.TextField(blank=True, verbose_name='note for the desk')),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                    ('default_licence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rights.licence')),
                    ('end_reason', models.CharField(blank=True, db_default='', default='', max_length=300, verbose_name='why it ended')),
                    ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='end of the relationship')),
                ],
                options={
                    'ordering': ['name'],
                },
            ),
            migrations.CreateModel(
                name='Evidence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('pasted_copy', 'Pasted copy of a page'), ('fetched_page', 'Fetched page'), ('uploaded_file', 'Uploaded file'), ('letter', 'Letter or mail'), ('contract', 'Contract')], max_length=20)),
                    ('title', models.CharField(max_length=300)),
                    ('url', models.CharField(blank=True, max_length=1000, verbose_name='address')),
                    ('content', models.BinaryField()),
                    ('content_type', models.CharField(default='text/plain; charset=utf-8', max_length=100)),
                    ('sha256', models.CharField(max_length=64)),
                    ('size_bytes', models.PositiveIntegerField()),
                    ('obtained_at', models.DateTimeField()),
                    ('obtained_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='rights.source')),
                    ('plain_text', models.TextField(blank=True, help_text='The text as it was read; proposals count its characters.')),
                ],
                options={
                    'verbose_name_plural': 'evidence',
                    'ordering': ['-obtained_at'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('sha256', ''), _negated=True), name='evidence_has_a_hash')],
                },
            ),
            migrations.CreateModel(
                name='SourceContact',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('permissions', 'Permissions'), ('press', 'Media inquiries')], max_length=20)),
                    ('address', models.CharField(blank=True, max_length=300, verbose_name='mail or web address')),
                    ('is_readable', models.BooleanField(default=True)),
                    ('quote', models.TextField(blank=True, verbose_name='the words it was read from')),
                    ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='rights.source')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('is_readable', True), ('address', ''), _connector='OR'), name='contact_readable_or_empty', violation_error_message='An address that could not be read is left empty.')],
                },
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
                    'constraints': [models.UniqueConstraint(fields=('source', 'number'), name='terms_numbered_once'), models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_to__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='terms_end_after_they_start')],
                },
            ),
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
                    'constraints': [models.CheckConstraint(condition=models.Q(('starts_at__isnull', True), ('ends_at__isnull', True), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='contributor_agreement_ends_after_it_starts', violation_error_message='The agreement must end after it begins. Correct one of the two dates.'), models.CheckConstraint(condition=models.Q(models.Q(('contributor', ''), _negated=True), models.Q(('contributor_key', ''), _negated=True)), name='contributor_agreement_names_its_contributor')],
                },
            ),
            migrations.CreateModel(
                name='Work',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('text', 'text'), ('image', 'image'), ('chart', 'chart'), ('quotation', 'quotation')], default=rights.vocabulary.WorkKind['TEXT'], max_length=20)),
                    ('title', models.CharField(blank=True, max_length=300)),
                    ('whose', models.CharField(choices=[(rights.vocabulary.Whose['OURS'], 'Ours'), (rights.vocabulary.Whose['SOURCES_OWN'], "The source's own"), (rights.vocabulary.Whose['THIRD_PARTY'], "Someone else's"), (rights.vocabulary.Whose['NOT_KNOWN'], 'Not known')], default=rights.vocabulary.Whose['NOT_KNOWN'], max_length=20, verbose_name='whose is it?')),
                    ('basis', models.CharField(choices=[('own_staff', 'own_staff'), ('own_contributor', 'own_contributor'), ('cc', 'cc'), ('public_domain', 'public_domain'), ('written_permission', 'written_permission'), ('contract', 'contract'), ('source_terms', 'source_terms'), ('agency', 'agency'), ('press_release', 'press_release'), ('fair_use', 'fair_use'), ('fair_dealing', 'fair_dealing'), ('quotation', 'quotation'), ('unknown', 'unknown')], default=rights.vocabulary.Basis['UNKNOWN'], max_length=30)),
                    ('basis_confirmed_at', models.DateTimeField(blank=True, null=True)),
                    ('holder', models.CharField(blank=True, max_length=200, verbose_name='copyright holder')),
                    ('copyright_line', models.CharField(blank=True, help_text='Shown exactly so, for example: © 2026 Harbour Record.', max_length=300)),
                    ('original_author', models.CharField(blank=True, max_length=300)),
                    ('original_title', models.CharField(blank=True, max_length=300)),
                    ('original_url', models.URLField(blank=True, max_length=1000, verbose_name='address of the original')),
                    ('original_published_at', models.DateTimeField(blank=True, null=True)),
                    ('changes_note', models.CharField(blank=True, max_length=300, verbose_name='what we changed')),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                    ('basis_confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('licence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='works', to='rights.licence')),
                    ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='works', to='rights.source')),
                    ('terms', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='works', to='rights.sourceterms')),
                    ('agreement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='works', to='rights.contributoragreement')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('basis', rights.vocabulary.Basis['SOURCE_TERMS']), _negated=True), ('whose', rights.vocabulary.Whose['SOURCES_OWN']), _connector='OR'), name='work_unknown_owner_has_no_source_terms', violation_error_message="The source's terms cover only the source's own work. Say whose text this is."), models.CheckConstraint(condition=models.Q(models.Q(('basis', rights.vocabulary.Basis['CC']), _negated=True), ('licence__isnull', False), _connector='OR'), name='work_cc_names_its_licence', violation_error_message='Choose the licence that the work is under.'), models.CheckConstraint(condition=models.Q(models.Q(('basis', rights.vocabulary.Basis['UNKNOWN']), _negated=True), ('basis_confirmed_at__isnull', True), _connector='OR'), name='work_unknown_basis_is_never_confirmed')],
                },
            ),
            migrations.CreateModel(
                name='TermProposal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('responsibility', 'Responsibility'), ('permission', 'Permission'), ('condition', 'Condition'), ('contact', 'Contact'), ('fair_use', 'Fair use'), ('press', 'Press'), ('prohibition', 'Prohibition')], max_length=20)),
                    ('rule', models.CharField(max_length=60)),
                    ('codes', models.JSONField(blank=True, default=dict)),
                    ('quote', models.TextField()),
                    ('start', models.PositiveIntegerField(help_text='In characters, in the kept copy.')),
                    ('end', models.PositiveIntegerField()),
                    ('decided_at', models.DateTimeField(blank=True, null=True)),
                    ('is_confirmed', models.BooleanField(blank=True, null=True)),
                    ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='rights.evidence')),
                    ('work', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='rights.work')),
                    ('terms', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='rights.sourceterms')),
                ],
                options={
                    'ordering': ['start', 'id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('end__gt', models.F('start'))), name='proposal_quotes_something'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('is_confirmed__isnull', True)), models.Q(('decided_at__isnull', False), ('is_confirmed__isnull', False)), _connector='OR'), name='proposal_answer_names_its_time'), models.CheckConstraint(condition=models.Q(models.Q(('terms__isnull', True), ('work__isnull', False)), models.Q(('terms__isnull', False), ('work__isnull', True)), _connector='OR'), name='proposal_of_a_work_or_of_terms')],
                },
            ),
            migrations.CreateModel(
                name='LedgerEntry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveBigIntegerField(unique=True)),
                    ('at', models.DateTimeField()),
                    ('act', models.CharField(max_length=40)),
                    ('role', models.CharField(blank=True, max_length=30)),
                    ('details', models.JSONField(default=dict)),
                    ('actor_mark', models.CharField(blank=True, max_length=64)),
                    ('previous_hash', models.CharField(max_length=64)),
                    ('hash', models.CharField(max_length=64, unique=True)),
                    ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('work', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ledger', to='rights.work')),
                ],
                options={
                    'verbose_name_plural': 'ledger',
                    'ordering': ['number'],
                },
            ),
            migrations.CreateModel(
                name='Hold',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('legal', 'Legal'), ('notice', 'Notice'), ('rights', 'Rights')], default=rights.vocabulary.HoldKind['RIGHTS'], max_length=20)),
                    ('reason', models.TextField()),
                    ('placed_at', models.DateTimeField()),
                    ('lifted_at', models.DateTimeField(blank=True, null=True)),
                    ('lifted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('placed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('work', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='rights.work')),
                ],
                options={
                    'ordering': ['-placed_at'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('placed_at__isnull', True), ('lifted_at__isnull', True), ('lifted_at__gt', models.F('placed_at')), _connector='OR'), name='hold_is_lifted_after_it_is_placed'), models.UniqueConstraint(condition=models.Q(('lifted_at__isnull', True)), fields=('work', 'kind'), name='one_standing_hold_of_a_kind')],
                },
            ),
            migrations.CreateModel(
                name='Grant',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('basis', models.CharField(choices=[('own_staff', 'Own staff'), ('own_contributor', 'Own contributor'), ('cc', 'Cc'), ('public_domain', 'Public domain'), ('written_permission', 'Written permission'), ('contract', 'Contract'), ('source_terms', 'Source terms'), ('agency', 'Agency'), ('press_release', 'Press release'), ('fair_use', 'Fair use'), ('fair_dealing', 'Fair dealing'), ('quotation', 'Quotation'), ('unknown', 'Unknown')], max_length=30)),
                    ('grantee', models.CharField(choices=[('house', 'House'), ('partner', 'Partner'), ('class', 'Class'), ('anyone', 'Anyone')], default=rights.vocabulary.Grantee['HOUSE'], max_length=20, verbose_name='who is permitted')),
                    ('grantee_class', models.CharField(blank=True, choices=[('community_site', 'Community site'), ('nonprofit_site', 'Nonprofit site'), ('news_publisher', 'News publisher'), ('commercial_site', 'Commercial site'), ('print_publisher', 'Print publisher'), ('broadcaster', 'Broadcaster'), ('educator', 'Educator'), ('researcher', 'Researcher'), ('press', 'Press')], max_length=30)),
                    ('grantee_key', models.CharField(blank=True, max_length=80, verbose_name='partner')),
                    ('uses', rights.code_lists.CodeListField(blank=True, default=list)),
                    ('recipients', models.JSONField(blank=True, default=list, verbose_name='shown to')),
                    ('onward', models.CharField(choices=[('none', 'None'), ('same_offer', 'Same offer'), ('sublicensable', 'Sublicensable')], default=rights.vocabulary.Onward['NONE'], max_length=20)),
                    ('channels', rights.code_lists.CodeListField(blank=True, default=list)),
                    ('territories', models.JSONField(blank=True, default=list)),
                    ('territories_denied', models.JSONField(blank=True, default=list, verbose_name='not in')),
                    ('commercial', models.CharField(choices=[('any', 'Any'), ('no', 'No'), ('with_consent', 'With consent')], default=rights.vocabulary.Commercial['ANY'], max_length=20, verbose_name='commercial use')),
                    ('purposes', rights.code_lists.CodeListField(blank=True, default=list)),
                    ('part', models.CharField(choices=[('full', 'Full'), ('excerpt', 'Excerpt'), ('headline', 'Headline')], default=rights.vocabulary.Part['FULL'], max_length=20)),
                    ('max_chars', models.PositiveIntegerField(blank=True, null=True)),
                    ('max_share', models.FloatField(blank=True, null=True)),
                    ('unaltered', models.BooleanField(default=False, verbose_name='unchanged only')),
                    ('not_before', models.DateTimeField(blank=True, null=True)),
                    ('valid_from', models.DateTimeField(blank=True, null=True)),
                    ('valid_to', models.DateTimeField(blank=True, null=True)),
                    ('end_action', models.CharField(choices=[('excerpt', 'Excerpt'), ('notice_page', 'Notice page'), ('withdraw', 'Withdraw')], default=rights.vocabulary.EndAction['WITHDRAW'], max_length=20, verbose_name='at the end')),
                    ('review_due_at', models.DateTimeField(blank=True, null=True)),
                    ('obligations', models.JSONField(blank=True, default=list, help_text='A list of {"name": …, "value": …}.')),
                    ('contact', models.CharField(blank=True, max_length=300, verbose_name='whom to ask for more')),
                    ('house_reading', models.TextField(blank=True, help_text='How we read what the terms leave open, and why.')),
                    ('granted_by', models.CharField(blank=True, max_length=200)),
                    ('worksheet_ref', models.CharField(blank=True, max_length=40)),
                    ('recorded_at', models.DateTimeField()),
                    ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                    ('revoked_at', models.DateTimeField(blank=True, null=True)),
                    ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('evidence', models.ManyToManyField(blank=True, related_name='grants', to='rights.evidence')),
                    ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('licence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='rights.licence')),
                    ('work', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='rights.work')),
                    ('delay_hours', models.PositiveIntegerField(blank=True, help_text='After the original appeared; where nobody knows when, after we first did.', null=True, verbose_name='delay in hours')),
                    ('exclusive_until', models.DateTimeField(blank=True, help_text='Until then nobody else may have it from us.', null=True)),
                    ('fee', models.CharField(blank=True, db_default='', help_text='As agreed, for example: 80 EUR. Nothing holds until it is paid.', max_length=120)),
                    ('fee_paid_at', models.DateTimeField(blank=True, null=True)),
                    ('max_uses', models.PositiveIntegerField(blank=True, null=True, verbose_name='number of uses')),
                    ('no_ads_adjacent', models.BooleanField(db_default=False, default=False, verbose_name='not beside advertising')),
                    ('no_resale', models.BooleanField(db_default=False, default=False, verbose_name='not to be sold on')),
                    ('no_systematic', models.BooleanField(db_default=False, default=False, help_text='Single pieces only: no feeds, archives or machines.', verbose_name='not as a stream')),
                    ('note', models.TextField(blank=True, db_default='', verbose_name='note for the desk')),
                    ('notice_days', models.PositiveIntegerField(blank=True, null=True, verbose_name='notice in days')),
                    ('revocable', models.BooleanField(db_default=True, default=True)),
                    ('end_warned_at', models.DateTimeField(blank=True, editable=False, help_text='When the desk was told that it ends soon.', null=True)),
                    ('time_zone', models.CharField(blank=True, db_default='', help_text='Of the contract, where it is not ours.', max_length=64, validators=[house.proper_values.time_zone_name])),
                ],
                options={
                    'ordering': ['id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_to__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='grant_ends_after_it_starts', violation_error_message='The end must come after the start. Correct one of the two dates.'), models.CheckConstraint(condition=models.Q(models.Q(('grantee', rights.vocabulary.Grantee['CLASS']), _negated=True), models.Q(('grantee_class', ''), _negated=True), _connector='OR'), name='grant_to_a_class_names_it', violation_error_message='Choose the class that this is granted to.'), models.CheckConstraint(condition=models.Q(models.Q(('basis__in', [rights.vocabulary.Basis['FAIR_DEALING'], rights.vocabulary.Basis['FAIR_USE'], rights.vocabulary.Basis['QUOTATION']]), _negated=True), ('onward', rights.vocabulary.Onward['NONE']), _connector='OR'), name='judged_grant_never_travels', violation_error_message="Fair use is a judgement about our own use: it can't be passed on."), models.CheckConstraint(condition=models.Q(('max_share__isnull', True), models.Q(('max_share__gte', 0), ('max_share__lte', 1)), _connector='OR'), name='grant_share_is_a_share', violation_error_message='A share lies between 0 and 1.'), models.CheckConstraint(condition=models.Q(('exclusive_until__isnull', True), ('grantee__in', ['house', 'partner']), _connector='OR'), name='grant_exclusive_to_one', violation_error_message='Only one party can have it exclusively: us, or one partner.'), models.CheckConstraint(condition=models.Q(('fee_paid_at__isnull', True), models.Q(('fee', ''), _negated=True), _connector='OR'), name='grant_payment_is_for_a_fee', violation_error_message='A payment needs the fee that it is for. Type the fee.')],
                },
            ),
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
                    ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('work', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prohibitions', to='rights.work')),
                    ('channels', rights.code_lists.CodeListField(blank=True, db_default=models.Value([], models.JSONField()), default=list)),
                    ('lift_reason', models.TextField(blank=True, db_default='', help_text='Why a person lifted it. Empty where its sentence went away.')),
                    ('proposal', models.ForeignKey(blank=True, help_text='The sentence of the terms that says it. Empty where the owner told us.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rights.termproposal')),
                ],
                options={
                    'ordering': ['id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('begins_at__isnull', True), ('ends_at__isnull', True), ('ends_at__gt', models.F('begins_at')), _connector='OR'), name='prohibition_ends_after_it_begins', violation_error_message='The end must come after the start. Correct one of the two dates.')],
                },
            ),
        ]),
        migrations.RunPython(guard, unguard),
    ]

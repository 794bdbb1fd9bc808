"""All tables of partners as 0003 left them, for new databases. Those that ran 0001 to 0003 have nothing to do."""

import django.db.models.deletion
import house.proper_values
import rights.code_lists
import rights.vocabulary
import uuid
from django.conf import settings
from django.db import migrations, models

from house.migrations._together import CreateTogether


class Migration(migrations.Migration):

    replaces = [
        ('syndication', '0001_partners'),
        ('syndication', '0002_what_partners_pay_and_carry'),
        ('syndication', '0003_agreements_deliveries_receipts'),
    ]

    initial = True

    dependencies = [
        ('articles', '0001_squashed_0003_worksheets_whole'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('rights', '0001_squashed_0011_bans_in_terms'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
    ]

    operations = [
        CreateTogether(tables=[
            migrations.CreateModel(
                name='Partner',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=200)),
                    ('slug', models.SlugField(max_length=60, unique=True)),
                    ('home_url', models.URLField(blank=True, max_length=500, verbose_name='home page')),
                    ('contact', models.EmailField(blank=True, max_length=254)),
                    ('territory', models.CharField(blank=True, help_text='Two capital letters, for example DE.', max_length=2, validators=[house.proper_values.territory_code])),
                    ('is_commercial', models.BooleanField(default=False, help_text='Also for a community or news site that lives from advertising or sales.', verbose_name='commercial')),
                    ('state', models.CharField(choices=[('active', 'Active'), ('suspended', 'Suspended'), ('ended', 'Ended')], default='active', max_length=20)),
                    ('state_changed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ('carries_advertising', models.BooleanField(blank=True, choices=[(None, 'Not recorded'), (True, 'Yes'), (False, 'No')], help_text='Some owners want no advertising beside their work. Until it is recorded, such work is kept back.', null=True)),
                    ('pays_us', models.BooleanField(blank=True, choices=[(None, 'Not recorded'), (True, 'Yes'), (False, 'No')], help_text='Some owners forbid that their work is sold on. Until it is recorded, such work is kept back.', null=True, verbose_name='pays us for what we supply')),
                ],
                options={
                    'ordering': ['name'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('state', 'active'), ('state_changed_at__isnull', False), _connector='OR'), name='partner_stopped_has_a_date')],
                },
            ),
            migrations.CreateModel(
                name='FeedToken',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(default='main', max_length=80)),
                    ('token_hash', models.CharField(editable=False, max_length=64, unique=True)),
                    ('last_characters', models.CharField(editable=False, max_length=4)),
                    ('created_at', models.DateTimeField(editable=False)),
                    ('expires_at', models.DateTimeField(blank=True, null=True)),
                    ('revoked_at', models.DateTimeField(blank=True, null=True)),
                    ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tokens', to='syndication.partner')),
                ],
                options={
                    'ordering': ['-created_at'],
                },
            ),
            migrations.CreateModel(
                name='FeedState',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('signature', models.CharField(max_length=64)),
                    ('changed_at', models.DateTimeField()),
                    ('partner', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='feed_state', to='syndication.partner')),
                ],
            ),
            migrations.CreateModel(
                name='ClassMembership',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('party_class', models.CharField(choices=[('community_site', 'Community site'), ('nonprofit_site', 'Nonprofit site'), ('news_publisher', 'News publisher'), ('commercial_site', 'Commercial site'), ('print_publisher', 'Print publisher'), ('broadcaster', 'Broadcaster'), ('educator', 'Educator'), ('researcher', 'Researcher'), ('press', 'Press')], max_length=30, verbose_name='class')),
                    ('evidence_note', models.TextField(help_text='How we know: their statutes, their site, a letter, with its date.', verbose_name='evidence')),
                    ('recorded_at', models.DateTimeField(editable=False)),
                    ('ended_at', models.DateTimeField(blank=True, null=True)),
                    ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rights.evidence')),
                    ('recorded_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='syndication.partner')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('partner', 'party_class'), name='partner_in_a_class_once'), models.CheckConstraint(condition=models.Q(('evidence_note', ''), _negated=True), name='membership_has_evidence', violation_error_message='Say how we know that the partner belongs to this class.')],
                },
            ),
            migrations.CreateModel(
                name='Agreement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('starts_at', models.DateTimeField()),
                    ('ends_at', models.DateTimeField(blank=True, null=True)),
                    ('part', models.CharField(choices=[('full', 'Full'), ('excerpt', 'Excerpt'), ('headline', 'Headline')], default=rights.vocabulary.Part['FULL'], max_length=20)),
                    ('channels', rights.code_lists.CodeListField(blank=True, default=list, help_text='None chosen means every channel. Feeds go to the web.')),
                    ('note', models.TextField(blank=True)),
                    ('contract', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rights.evidence')),
                    ('sections', models.ManyToManyField(blank=True, help_text='None chosen means every section.', to='articles.section')),
                    ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='syndication.partner')),
                    ('authors', models.ManyToManyField(blank=True, help_text='None chosen means everybody.', related_name='+', to='articles.author')),
                    ('bases', rights.code_lists.CodeListField(blank=True, db_default=models.Value([], models.JSONField()), default=list, help_text='None chosen means every basis.')),
                    ('delay_minutes', models.PositiveIntegerField(db_default=0, default=0, help_text='How long after our own publication the partner gets it.', verbose_name='delay in minutes')),
                    ('languages', models.JSONField(blank=True, db_default=models.Value([], models.JSONField()), default=list, help_text='Codes such as en or de. Empty means every language.', validators=[house.proper_values.list_of_language_codes])),
                    ('quota', models.PositiveIntegerField(blank=True, help_text='Once as many were supplied, no new ones follow until the month ends.', null=True, verbose_name='stories a month')),
                    ('suspended_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ('tags', models.ManyToManyField(blank=True, help_text='None chosen means every tag, and none.', related_name='+', to='taggit.tag')),
                    ('territories', models.JSONField(blank=True, db_default=models.Value([], models.JSONField()), default=list, help_text='Where the partner may publish it: two capital letters each, for example DE AT. Empty means anywhere.', validators=[house.proper_values.list_of_territories], verbose_name='countries')),
                ],
                options={
                    'ordering': ['-starts_at'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__isnull', True), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='agreement_ends_after_it_starts', violation_error_message='The agreement must end after it starts. Correct one of the two dates.'), models.CheckConstraint(condition=models.Q(('quota__isnull', True), ('quota__gt', 0), _connector='OR'), name='agreement_quota_is_of_something', violation_error_message='A quota of 0 supplies nothing. Give a number, or suspend the agreement.')],
                },
            ),
            migrations.CreateModel(
                name='Offer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveBigIntegerField()),
                    ('kind', models.CharField(choices=[('offered', 'Offered'), ('changed', 'Changed'), ('withdrawn', 'Withdrawn')], max_length=20)),
                    ('fingerprint', models.CharField(blank=True, max_length=64)),
                    ('at', models.DateTimeField()),
                    ('superseded', models.BooleanField(default=False, help_text='A later offer of the same article stands.')),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.article')),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.publishedversion')),
                    ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='syndication.partner')),
                    ('agreement', models.ForeignKey(blank=True, help_text='Under which it was offered, for its quota.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='syndication.agreement')),
                ],
                options={
                    'ordering': ['number'],
                    'indexes': [models.Index(fields=['partner', 'superseded', '-number'], name='offers_that_stand'), models.Index(condition=models.Q(('kind', 'withdrawn'), ('superseded', False)), fields=['partner', '-at'], name='removals_that_stand')],
                    'constraints': [models.UniqueConstraint(fields=('partner', 'number'), name='offer_numbered_once'), models.UniqueConstraint(condition=models.Q(('superseded', False)), fields=('partner', 'article'), name='one_standing_offer_of_an_article')],
                },
            ),
            migrations.CreateModel(
                name='Delivery',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('format', models.CharField(max_length=10)),
                    ('at', models.DateTimeField()),
                    ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='syndication.offer')),
                    ('token', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='syndication.feedtoken')),
                ],
                options={
                    'verbose_name_plural': 'deliveries',
                    'ordering': ['id'],
                    'constraints': [models.UniqueConstraint(fields=('token', 'offer'), name='delivery_of_an_offer_to_a_token_once')],
                },
            ),
            migrations.CreateModel(
                name='PartnerContact',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=120)),
                    ('email', models.EmailField(max_length=254)),
                    ('duty', models.CharField(blank=True, help_text='What they do there: editor on duty, technician, contracts.', max_length=120)),
                    ('hears_corrections', models.BooleanField(default=True, verbose_name='gets corrections and withdrawals by mail')),
                    ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='no longer there since')),
                    ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='syndication.partner')),
                ],
                options={
                    'ordering': ['name'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('partner', 'email'), name='one_present_contact_per_address', violation_error_message='This address stands here already. End the other row first.')],
                },
            ),
            migrations.CreateModel(
                name='Receipt',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('asked_at', models.DateTimeField()),
                    ('due_at', models.DateTimeField()),
                    ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                    ('confirmed_by', models.CharField(blank=True, help_text='The address that the link was mailed to, or who told us.', max_length=254)),
                    ('note', models.TextField(blank=True, help_text='What the partner told us.')),
                    ('offer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='receipt', to='syndication.offer')),
                    ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='receipts', to='syndication.partner')),
                ],
                options={
                    'ordering': ['due_at'],
                    'indexes': [models.Index(condition=models.Q(('confirmed_at__isnull', True)), fields=['due_at'], name='receipts_that_wait')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('confirmed_at__isnull', True), models.Q(('confirmed_by', ''), _negated=True), _connector='OR'), name='receipt_confirmed_by_somebody')],
                },
            ),
            migrations.CreateModel(
                name='TrialItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('number', models.PositiveBigIntegerField()),
                    ('state', models.CharField(choices=[('sent', 'Sent'), ('corrected', 'Corrected'), ('withdrawn', 'Withdrawn')], default='sent', max_length=20)),
                    ('sent_at', models.DateTimeField()),
                    ('changed_at', models.DateTimeField()),
                    ('partner', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='trial_item', to='syndication.partner')),
                ],
            ),
            migrations.CreateModel(
                name='Usage',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('basis', models.CharField(choices=[('own_staff', 'Own staff'), ('own_contributor', 'Own contributor'), ('cc', 'Cc'), ('public_domain', 'Public domain'), ('written_permission', 'Written permission'), ('contract', 'Contract'), ('source_terms', 'Source terms'), ('agency', 'Agency'), ('press_release', 'Press release'), ('fair_use', 'Fair use'), ('fair_dealing', 'Fair dealing'), ('quotation', 'Quotation'), ('unknown', 'Unknown')], max_length=30)),
                    ('month', models.DateField(help_text="Its first day, in the house's zone.")),
                    ('raw', models.PositiveIntegerField(default=0)),
                    ('filtered', models.PositiveIntegerField(default=0)),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.article')),
                    ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='usage', to='syndication.partner')),
                ],
                options={
                    'verbose_name_plural': 'usage',
                    'ordering': ['-month', '-raw'],
                    'constraints': [models.UniqueConstraint(fields=('partner', 'article', 'basis', 'month'), name='usage_counted_in_one_place'), models.CheckConstraint(condition=models.Q(('filtered__lte', models.F('raw'))), name='usage_filtered_is_a_part')],
                },
            ),
        ]),
    ]

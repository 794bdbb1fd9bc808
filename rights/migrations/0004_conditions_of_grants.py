from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rights', '0003_evidence_as_it_was_read'),
    ]

    operations = [
        migrations.AddField(
            model_name='grant',
            name='delay_hours',
            field=models.PositiveIntegerField(blank=True, help_text='After the original appeared; where nobody knows when, after we first did.', null=True, verbose_name='delay in hours'),
        ),
        migrations.AddField(
            model_name='grant',
            name='exclusive_until',
            field=models.DateTimeField(blank=True, help_text='Until then nobody else may have it from us.', null=True),
        ),
        migrations.AddField(
            model_name='grant',
            name='fee',
            field=models.CharField(blank=True, db_default='', help_text='As agreed, for example: 80 EUR. Nothing holds until it is paid.', max_length=120),
        ),
        migrations.AddField(
            model_name='grant',
            name='fee_paid_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='grant',
            name='max_uses',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='number of uses'),
        ),
        migrations.AddField(
            model_name='grant',
            name='no_ads_adjacent',
            field=models.BooleanField(db_default=False, default=False, verbose_name='not beside advertising'),
        ),
        migrations.AddField(
            model_name='grant',
            name='no_resale',
            field=models.BooleanField(db_default=False, default=False, verbose_name='not to be sold on'),
        ),
        migrations.AddField(
            model_name='grant',
            name='no_systematic',
            field=models.BooleanField(db_default=False, default=False, help_text='Single pieces only: no feeds, archives or machines.', verbose_name='not as a stream'),
        ),
        migrations.AddField(
            model_name='grant',
            name='note',
            field=models.TextField(blank=True, db_default='', verbose_name='note for the desk'),
        ),
        migrations.AddField(
            model_name='grant',
            name='notice_days',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='notice in days'),
        ),
        migrations.AddField(
            model_name='grant',
            name='revocable',
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.CheckConstraint(condition=models.Q(('exclusive_until__isnull', True), ('grantee__in', ['house', 'partner']), _connector='OR'), name='grant_exclusive_to_one', violation_error_message='Only one party can have it exclusively: us, or one partner.'),
        ),
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.CheckConstraint(condition=models.Q(('fee_paid_at__isnull', True), models.Q(('fee', ''), _negated=True), _connector='OR'), name='grant_payment_is_for_a_fee', violation_error_message='A payment needs the fee that it is for. Type the fee.'),
        ),
    ]

from django.apps import AppConfig

from rights import exits
from rights.vocabulary import Use
from syndication import masking


class SyndicationConfig(AppConfig):
    name = "syndication"
    verbose_name = "Partners"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from house import work  # noqa: PLC0415 -- models are not loaded yet when this module is
        from syndication import offers, recipients  # noqa: PLC0415 -- the same

        masking.install()
        door = exits.Exit(
            "partner feed",
            "Partner feed",
            Use.SYNDICATE,
            test="syndication.tests.test_no_leak.NoLeakTests.test_fair_use_reaches_no_partner_in_any_byte",
            receivers=recipients.receivers,
        )
        exits.register(door)
        work.register_periodic("syndication: offer what is new", 60, offers.keep_up)
        work.register_periodic("syndication: review what was offered", 3600, offers.review_everything)

from collections.abc import Iterable
from datetime import datetime

from django.apps import AppConfig

from rights import exits
from rights.vocabulary import Use
from syndication import masking, recipients


class SyndicationConfig(AppConfig):
    name = "syndication"
    verbose_name = "Partners"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from house import work  # noqa: PLC0415 -- models are not loaded yet when this module is
        from syndication import offers  # noqa: PLC0415 -- the same

        masking.install()
        exits.register(
            exits.Exit("partner feed", "Partner feed", Use.SYNDICATE, "syndication/tests/test_no_leak.py", receivers=self.receivers)
        )
        work.register_periodic("syndication: offer what is new", 60, offers.keep_up)
        work.register_periodic("syndication: review what was offered", 3600, offers.review_everything)

    def receivers(self, at: datetime) -> Iterable[exits.Receiver]:
        """Each active partner; where there is none, two that one might have. Two queries."""
        partners = list(self.get_model("Partner").objects.active().with_memberships())
        return [recipients.receiver_of(partner, at) for partner in partners] or recipients.typical()

"""What a republisher tells us about their copy."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from house.vocabulary import PartyClass

#: Who a republisher can be, in words that they use of themselves.
SITES = (
    (PartyClass.COMMUNITY_SITE, _lazy("A community site or a blog that sells nothing")),
    (PartyClass.NONPROFIT_SITE, _lazy("The site of a non-profit organisation")),
    (PartyClass.EDUCATOR, _lazy("A school or university")),
    (PartyClass.NEWS_PUBLISHER, _lazy("A newspaper or news site")),
    (PartyClass.COMMERCIAL_SITE, _lazy("A site that earns money, by advertising too")),
    (PartyClass.BROADCASTER, _lazy("A broadcaster")),
)


class CopyForm(forms.Form):
    copy = forms.CharField(max_length=2000)
    ours = forms.CharField(max_length=2000, required=False)
    site = forms.ChoiceField(choices=[(str(code), label) for code, label in SITES])

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, sentence in (
            ("copy", _("Give the address of your page, beginning with https://.")),
            ("site", _("Choose what your site is: the terms differ.")),
        ):
            self.fields[name].error_messages |= {"required": sentence, "invalid_choice": sentence}
        for field in self.fields.values():
            field.error_messages["max_length"] = _("This address is too long to be one.")

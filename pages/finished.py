"""An article's page, finished, for the desk to look at before anybody else does.

The same code as for readers, without the frame: masthead and footer can meet no duty, and their sheets may not be collected yet.
"""

from datetime import datetime

from django.template.loader import get_template
from django.utils import translation

from articles.published import Shown
from house.models import House
from pages import story, surroundings


def page(shown: Shown, house: House | None, at: datetime) -> tuple[str, str]:
    """The HTML and what the answer's X-Robots-Tag would say."""
    around = surroundings.load(at)
    language = surroundings.furniture_language(shown.language, around.language)
    with translation.override(language):
        made = story.page(shown, around, language)
        frame = surroundings.frame(around, language=language)
        return get_template("pages/bare.html").render({"frame": frame, "page": made}), made.head.robots

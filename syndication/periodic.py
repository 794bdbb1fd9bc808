"""What comes round for partners: their feeds say what they may have, also when nobody asks."""

from house import work
from syndication import feeds, offers

work.register_periodic("syndication: offer what is new", 60, feeds.keep_up)
work.register_periodic("syndication: review what was offered", 3600, offers.review_everything)

"""Every way by which these pages let a work out."""

from articles import finished
from pages.finished import page
from rights.exits import Exit, register
from rights.obligations import Form
from rights.vocabulary import Use
from syndication import public

finished.register(Form.PAGE, page)

IN_LISTS = "pages.tests.test_lists.RightsInListsTests.test_what_may_not_be_listed_is_on_no_list"

register(
    Exit(
        "page",
        "Article page",
        Use.READ,
        test="pages.tests.test_article.RightsOnThePageTests.test_what_may_not_be_read_is_gone_and_says_why",
        addresses=("pages:article",),
        form=Form.PAGE,
    )
)
register(
    Exit(
        "card",
        "Share card and data for machines, in an article's head",
        Use.READ,
        test="pages.tests.test_pictures.PicturesOnPagesTests.test_without_its_right_the_page_stands_and_nothing_of_the_picture_is_left",
        addresses=("pages:article",),
        within="page",
    )
)
# Names the story, and what is owed for it, to somebody who could read its page.
register(
    Exit(
        "copy check",
        "Answer of “check my copy”",
        Use.READ,
        test="newsroom.tests.leaks.test_copy_leaks.CopyLeakTests.test_the_answer_names_nothing_that_may_not_be_read",
        addresses=("pages:check_copy",),
        within="page",
    )
)
register(Exit("lists", "Front page and lists", Use.LIST, test=IN_LISTS, addresses=("pages:home",)))
register(Exit("section page", "Section page", Use.LIST, test=IN_LISTS, addresses=("pages:section",), within="lists"))
register(Exit("tag page", "Tag page", Use.LIST, test=IN_LISTS, addresses=("pages:tag",), within="lists"))
register(Exit("author page", "Author page", Use.LIST, test=IN_LISTS, addresses=("pages:author",), within="lists"))
register(
    Exit(
        "picture",
        "Picture files",
        Use.READ,
        test="pages.tests.test_files.PictureFileTests.test_a_picture_goes_with_the_last_page_that_may_show_it",
        addresses=("pages:picture",),
    )
)
register(
    Exit(
        "public feed",
        "Public feeds",
        Use.READ,
        test="pages.tests.test_feeds.RightsInFeedsTests.test_what_may_not_be_read_by_everyone_is_in_no_feed",
        receivers=public.receivers,
        addresses=("pages:newest_feed", "pages:section_feed", "pages:tag_feed", "pages:author_feed"),
        form=Form.FEED_ITEM,
    )
)

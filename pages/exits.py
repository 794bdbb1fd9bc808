"""Every way by which these pages let a work out."""

from rights import exits
from rights.vocabulary import Use

exits.register(
    exits.Exit(
        "page",
        "Article page",
        Use.READ,
        test="pages.tests.test_article.RightsOnThePageTests.test_what_may_not_be_read_is_gone_and_says_why",
    )
)
exits.register(
    exits.Exit(
        "lists",
        "Front page and lists",
        Use.LIST,
        test="pages.tests.test_lists.RightsInListsTests.test_what_may_not_be_listed_is_on_no_list",
    )
)
exits.register(
    exits.Exit(
        "picture",
        "Picture files",
        Use.READ,
        test="pages.tests.test_files.PictureFileTests.test_a_picture_goes_with_the_last_page_that_may_show_it",
    )
)

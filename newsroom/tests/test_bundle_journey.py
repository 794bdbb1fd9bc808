"""The chief saves an article's evidence and opens it from the disk, without the newsroom."""

from zipfile import ZipFile

from newsroom.tests.walking import Walk, card


def test_the_evidence_is_saved_with_one_click_and_read_offline(demo_server, new_page, browser, axe, tmp_path):
    article = next(a for a in card(demo_server)["articles"] if (a["state"], a["basis"]) == ("published", "source_terms"))
    page = new_page(demo_server)
    walk = Walk(page, demo_server, "evidence")
    walk.log_in("chief")
    page.goto(article["admin_path"])
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the evidence as one file").click()
    saved.value.save_as(tmp_path / "evidence.zip")
    ZipFile(tmp_path / "evidence.zip").extractall(tmp_path / "evidence")

    offline = browser.new_context(offline=True, viewport={"width": 1360, "height": 900}).new_page()
    errors = []
    offline.on("requestfailed", lambda request: errors.append(request.url))
    offline.goto((tmp_path / "evidence" / "index.html").as_uri())
    assert offline.get_by_role("heading", level=2).all_inner_texts()[0] == "What the public saw"
    assert axe.everywhere(offline) == {}
    Walk(offline, demo_server, "evidence").picture("opened")
    offline.get_by_role("link", name="versions/version-1.html").click()
    assert offline.get_by_role("heading", level=1).count() == 1
    assert axe(offline) == []
    assert errors == []
    offline.context.close()


def test_the_ledger_is_in_words_and_says_that_its_chain_holds(demo_server, new_page, axe):
    page = new_page(demo_server)
    walk = Walk(page, demo_server, "ledger")
    walk.log_in("chief")
    page.goto("/admin/rights/ledgerentry/")
    walk.sees("The rights desk cleared the text as it stood.")
    walk.press("Show the state of the chain")
    walk.sees("nothing was altered")
    assert axe.everywhere(page) == {}
    walk.picture("chain")

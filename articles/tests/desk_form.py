"""Fill and send a page's form as a browser does: every field as the page shows it, changed where the test types."""

from typing import Any

from django.test import Client
from lxml import html

CHOSEN = ("radio", "checkbox")


def fields(page: str, form_id: str = "article_form") -> dict[str, Any]:
    """Names and values of what the browser would send: nothing of a closed or unticked control, no button."""
    form = html.fromstring(page).get_element_by_id(form_id)
    found: dict[str, Any] = {}
    for control in form.iter("input", "select", "textarea"):
        name, value = control.get("name"), _value(control)
        if name and value is not None and control.get("disabled") is None:
            found[name] = [*_listed(found[name]), value] if name in found else value
    return found


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _value(control: Any) -> str | None:
    if control.tag == "textarea":
        return (control.text or "").removeprefix("\n")
    if control.tag == "select":
        return next((option.get("value") for option in control.iter("option") if option.get("selected") is not None), _first(control))
    kind = control.get("type", "text")
    if kind in ("file", "submit") or (kind in CHOSEN and control.get("checked") is None):
        return None
    return control.get("value", "on" if kind in CHOSEN else "")


def _first(select: Any) -> str | None:
    return next((option.get("value") for option in select.iter("option")), None)


def send(client: Client, address: str, act: str = "save", **typed: Any) -> Any:
    """Open the page, type (`__` in a name stands for `-`), press the button. A value of None leaves the field out."""
    page = client.get(address)
    assert page.status_code == 200, page.status_code
    changed = {name.replace("__", "-"): value for name, value in typed.items()}
    sent = {**fields(page.content.decode()), **changed, "act": act}
    return client.post(address, {name: value for name, value in sent.items() if value is not None})


def says(response: Any) -> str:
    """The words of a page, in one line."""
    return " ".join(html.fromstring(response.content.decode()).text_content().split())

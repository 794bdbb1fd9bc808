"""The desk: Django's admin site in the newsroom's own clothes and in the newsroom's own time.

It shows and asks; it decides nothing. Who may do what is `articles/roles.py`, and every deed is an act.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib import admin
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils import timezone

from articles import desk_cards, roles
from articles.vocabulary import Act
from house.models import House
from house.profile import zone_of

View = TypeVar("View", bound=Callable[..., Any])

NAME = "Newsroom"
#: Where the wire takes pages in. It registers this address itself; the desk only leads there.
REPUBLISH = "/admin/republish/"
#: Apps that work behind the scenes. Only the operator sees their rows, on a shelf of their own.
SUPPORT = frozenset({"account", "mfa", "django_tasks_database", "sessions", "contenttypes"})


class DeskSite(admin.AdminSite):
    """A registered ModelAdmin with a number as `desk_menu` stands in the head of every page, in that order."""

    enable_nav_sidebar = False
    index_template = "desk/index.html"
    site_title = NAME
    index_title = "Desk"
    empty_value_display = "–"

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """For people with an account at the desk only; every time on the page is in the house's zone."""
        return super().admin_view(in_house_time(view), cacheable)

    def grants(self, user: Any, verb: str, model: type[Model]) -> bool:
        """May this person do this with rows of this model? For the newsroom's own models the table of roles alone says so,

        so that the operator gets no editorial right from being the operator.
        """
        table = roles.ADMIN.get(model._meta.label_lower)
        if table is None:
            return user.has_perm(f"{model._meta.app_label}.{get_permission_codename(verb, model._meta)}")
        return any(verb in table.get(role, ()) for role in roles.roles_of(user))

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        house = house_of(request)
        name = house.name if house else NAME
        context = {**super().each_context(request), "site_header": name, "site_title": f"{name} desk", "house": house}
        if context["has_permission"]:
            shelves = context["available_apps"]
            may_create = roles.may(request.user, Act.CREATE_DRAFT)
            context |= {"desk_menu": self.menu(shelves), "may_create": may_create, "republish_url": REPUBLISH}
        return context

    def menu(self, shelves: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """What stands in the head of every page, for what this person may see."""
        entries = [entry for shelf in shelves for entry in shelf["models"] if entry["admin_url"]]
        ranked = [(getattr(self._registry[entry["model"]], "desk_menu", None), entry) for entry in entries]
        return [entry for _rank, entry in sorted(((rank, e) for rank, e in ranked if rank), key=lambda pair: pair[0])]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """The shelves, the newsroom's own first; what only the machinery needs is last and for the operator alone."""
        shelves = super().get_app_list(request, app_label)
        own = _tags_beside_the_stories([shelf for shelf in shelves if shelf["app_label"] not in SUPPORT])
        support = [shelf for shelf in shelves if shelf["app_label"] in SUPPORT]
        own.sort(key=lambda shelf: SHELF_ORDER.get(shelf["app_label"], len(SHELF_ORDER)))
        for shelf in own:
            shelf["name"] = SHELF_NAMES.get(shelf["app_label"], shelf["name"])
        return [*own, *(support if request.user.is_superuser else [])]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        cards = desk_cards.filled(request.user, timezone.now())
        context = {"cards": cards, "is_empty": not any(card.lines for card in cards), **(extra_context or {})}
        return super().index(request, context)


SHELVES = ("articles", "wire", "rights", "syndication", "pages", "house", "auth")
SHELF_NAMES = {"auth": "People"}
SHELF_ORDER = {label: place for place, label in enumerate(SHELVES)}


def _tags_beside_the_stories(shelves: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One shelf for what stories are filed under, whichever package keeps the rows."""
    tags = next((shelf for shelf in shelves if shelf["app_label"] == "taggit"), None)
    stories = next((shelf for shelf in shelves if shelf["app_label"] == "articles"), None)
    if tags is None or stories is None:
        return shelves
    stories["models"] += tags["models"]
    return [shelf for shelf in shelves if shelf is not tags]


def house_of(request: HttpRequest) -> House | None:
    """Our profile in force, looked up once for each request."""
    kept = vars(request)
    if "house_in_force" not in kept:
        kept["house_in_force"] = House.objects.in_force(timezone.now())
    return kept["house_in_force"]


def in_house_time(view: View) -> View:
    """Read and show times in the house's zone while the view runs and its template is filled; say in the desk's words what is closed."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        house = house_of(request) if request.user.is_authenticated else None
        with timezone.override(zone_of(house)):
            try:
                response = view(request, *args, **kwargs)
            except PermissionDenied:
                return _closed(
                    request, 403, "This is not open to you", "Your roles do not include it. Ask the operator for the role that you need."
                )
            except Http404:
                return _closed(request, 404, "There is nothing here", "It does not exist, or it is not yours to see.")
            # Filled here: once the zone is left, the template would show times in another.
            return response.render() if hasattr(response, "render") else response

    return cast(View, inner)


def _closed(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": title, "sentence": sentence}
    return render(request, "desk/closed.html", context, status=status)

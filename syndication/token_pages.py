"""Two buttons on a partner's desk page: a new feed address, shown this once, and the end of one. Each answers POST alone."""

from copy import copy

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from articles import addresses
from syndication import access
from syndication.forms import TokenForm
from syndication.models import FeedToken, Partner


class TokenPages(admin.ModelAdmin):
    """The part of the partners' admin that deals in tokens."""

    def get_urls(self) -> list[URLPattern]:
        site = self.admin_site.admin_view
        own = [
            path("<int:partner_id>/tokens/new/", site(self.new_token), name="syndication_partner_new_token"),
            path("<int:partner_id>/tokens/<int:token_id>/revoke/", site(self.revoke_token), name="syndication_partner_revoke_token"),
        ]
        return [*own, *super().get_urls()]

    @method_decorator(require_POST)
    def new_token(self, request: HttpRequest, partner_id: int) -> HttpResponse:
        """The answer to the POST itself shows the token: nothing has to keep it until a next page."""
        partner = self._kept(request, partner_id)
        at = timezone.now()
        form = TokenForm(request.POST, at=at, auto_id="token_%s")
        if not form.is_valid():
            return self._again(request, partner, form)
        row, token = access.issue_token(partner.pk, by=request.user, at=at, **form.cleaned_data)
        self.log_change(request, partner, f"Made the feed address {row}.")
        context = {
            **self.admin_site.each_context(request),
            "title": f"New feed address for {partner}",
            "partner": partner,
            "partner_url": _page_of(partner),
            "token": row,
            "address": addresses.absolute(addresses.partner_feed(token)),
            "by_credentials": addresses.absolute(addresses.partner_feed()),
            "secret": token,
        }
        # The desk's pages are never stored; this one's address must not travel on in a header either.
        return TemplateResponse(request, "admin/syndication/partner/new_token.html", context, headers={"Referrer-Policy": "no-referrer"})

    @method_decorator(require_POST)
    def revoke_token(self, request: HttpRequest, partner_id: int, token_id: int) -> HttpResponse:
        partner = self._kept(request, partner_id)
        token = get_object_or_404(FeedToken, pk=token_id, partner=partner)
        access.revoke_token(token.pk, by=request.user, at=timezone.now())
        self.log_change(request, partner, f"Revoked the feed address {token}.")
        self.message_user(request, f"The feed address {token} answers nobody any more.", messages.SUCCESS)
        return HttpResponseRedirect(_page_of(partner))

    def _again(self, request: HttpRequest, partner: Partner, form: TokenForm) -> HttpResponse:
        """The partner's page with what was typed and what is wrong with it."""
        asked = copy(request)
        asked.method, asked.typed_token = "GET", form  # type: ignore[attr-defined]
        answer = self.change_view(asked, str(partner.pk))
        answer.status_code = 422
        return answer

    def _kept(self, request: HttpRequest, partner_id: int) -> Partner:
        """The partner, for a person who keeps partners."""
        partner = get_object_or_404(Partner, pk=partner_id)
        if not self.has_change_permission(request, partner):
            raise PermissionDenied
        return partner


def _page_of(partner: Partner) -> str:
    return reverse("admin:syndication_partner_change", args=[partner.pk])

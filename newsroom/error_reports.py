"""Django's report of an error, for a developer's page or mail, without partners' secrets: not even in the frames' variables."""

from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter

from syndication.authorization import in_header
from syndication.masking import masked


class MaskedReporter(ExceptionReporter):
    def get_traceback_html(self) -> SafeString:
        return SafeString(self._without_secrets(super().get_traceback_html()))

    def get_traceback_text(self) -> SafeString:
        return SafeString(self._without_secrets(super().get_traceback_text()))

    def _without_secrets(self, report: str) -> str:
        for secret in self._secrets():
            report = report.replace(secret, "…")
        return masked(report)

    def _secrets(self) -> list[str]:
        """What this request showed: as a part of its address, and as HTTP credentials, as they came and as they were read."""
        if self.request is None:
            return []
        match, sent = self.request.resolver_match, self.request.headers.get("Authorization", "")
        in_address = match.kwargs.get("token", "") if match else ""
        return [secret for secret in (str(in_address), sent.partition(" ")[2], in_header(sent).token) if secret]

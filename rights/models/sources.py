from django.db import models

from rights.vocabulary import Basis


class ContactKind(models.TextChoices):
    PERMISSIONS = "permissions", "Permissions"
    PRESS = "press", "Media inquiries"


class Source(models.Model):
    """A publisher whose work we use."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    home_url = models.URLField("home page", max_length=500, blank=True)
    copyright_holder = models.CharField(max_length=200, blank=True, help_text="Who holds the rights in this source's own work.")
    default_basis = models.CharField(max_length=30, choices=[(b.value, b.value) for b in Basis], default=Basis.UNKNOWN)
    note = models.TextField("note for the desk", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class SourceContact(models.Model):
    """Whom to ask. An address that the site hid is recorded as not readable and never stored."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="contacts")
    kind = models.CharField(max_length=20, choices=ContactKind)
    address = models.CharField("mail or web address", max_length=300, blank=True)
    is_readable = models.BooleanField(default=True)
    quote = models.TextField("the words it was read from", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contact_readable_or_empty",
                condition=models.Q(is_readable=True) | models.Q(address=""),
                violation_error_message="An address that could not be read is left empty.",
            ),
        ]

    def __str__(self) -> str:
        return self.address if self.is_readable else "no contact could be read"

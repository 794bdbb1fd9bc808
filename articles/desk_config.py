"""Which admin site the admin app serves: ours. Named in INSTALLED_APPS instead of `django.contrib.admin`."""

from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    default_site = "articles.desk.DeskSite"

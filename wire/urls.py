from django.contrib import admin
from django.urls import path

from wire import terms_views, views

urlpatterns = [
    path("admin/republish/", admin.site.admin_view(views.republish), name="republish"),
    path("admin/rights/source/<int:source_id>/terms/new/", admin.site.admin_view(terms_views.new_terms), name="source_terms_new"),
]

from django.contrib import admin
from django.urls import path

from wire import views

urlpatterns = [path("admin/republish/", admin.site.admin_view(views.republish), name="republish")]

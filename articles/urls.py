"""The one address of the desk's that needs no account: a second reader's mailed link."""

from django.urls import path

from articles.second_reading_views import second_reading

urlpatterns = [path("second-reading/<str:token>/", second_reading, name="second_reading")]

"""Django as a WSGI application; the server's entry is newsroom/asgi.py, which calls this one."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()

"""What the desk announces to upper rooms. A receiver runs inside the transaction and only writes rows."""

from django.dispatch import Signal

#: article, version, kind (EventKind), at
changed = Signal()

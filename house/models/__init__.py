from .changes import Change
from .mail import MailStatus, OutgoingMail
from .profile import House
from .work import PeriodicJob, WorkerBeat

__all__ = ["Change", "House", "MailStatus", "OutgoingMail", "PeriodicJob", "WorkerBeat"]

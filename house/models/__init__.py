from .mail import MailStatus, OutgoingMail
from .profile import House
from .work import PeriodicJob, WorkerBeat

__all__ = ["House", "MailStatus", "OutgoingMail", "PeriodicJob", "WorkerBeat"]

"""What comes round in the building itself, whatever is published."""

from house import mail, work

work.register_periodic("house: send mail", 10, mail.send_waiting)
work.register_periodic("house: forget finished tasks", 24 * 3600, work.forget_finished)

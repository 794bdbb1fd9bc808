"""What comes round in the building itself, whatever is published."""

from house import changes, mail, work

work.register_periodic("house: send mail", 10, mail.send_waiting)
work.register_periodic("house: forget finished tasks", 24 * 3600, work.forget_finished)
work.register_periodic("house: forget old changes", 3600, changes.forget_old)

from django.apps import AppConfig


class HouseConfig(AppConfig):
    name = "house"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from house import mail, work  # noqa: PLC0415 -- models are not loaded yet when this module is

        work.register_periodic("house: send mail", 10, mail.send_waiting)
        work.register_periodic("house: forget finished tasks", 24 * 3600, work.forget_finished)

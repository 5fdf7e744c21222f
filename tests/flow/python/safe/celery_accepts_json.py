from celery import Celery

CELERY_ACCEPT_CONTENT = ["json"]
app = Celery("tasks", broker="redis://localhost", accept_content=["json"])
app.conf.accept_content = ["json", "msgpack"]
app.conf.update(task_serializer="json", accept_content=["json"])
serializers = ["json", "pickle"]

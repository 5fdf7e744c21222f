from celery import Celery

app = Celery("tasks", broker="redis://localhost")
app.conf.accept_content = ["json", "pickle"]  # expect: insecure-deserialization
app.conf.update(
    task_serializer="pickle",
    accept_content=["pickle"],  # expect: insecure-deserialization
)

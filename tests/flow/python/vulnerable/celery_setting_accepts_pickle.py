CELERY_BROKER_URL = "redis://localhost:6379/0"
CELERY_ACCEPT_CONTENT = ["pickle", "json"]  # expect: insecure-deserialization
CELERY_TASK_SERIALIZER = "pickle"

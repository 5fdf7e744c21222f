SQLALCHEMY_DATABASE_URI = "mysql+pymysql://app:9dK2mQ7x@10.0.0.4/app"  # expect: hardcoded-secret
CELERY_BROKER_URL = "redis://:jf83hKd92ls@cache.internal:6379/0"  # expect: hardcoded-secret

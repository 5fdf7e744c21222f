URL = "postgresql://localhost/app"
LOCAL = "postgresql://postgres:postgres@localhost/app"
DSN = "postgresql://user:password@host/db"
TEMPLATE = "mysql://{user}:{password}@{host}/{name}"

import os

API_KEY = os.environ["API_KEY"]
PASSWORD = os.getenv("DB_PASSWORD", "")
SECRET_KEY = os.environ.get("SECRET_KEY", "change-me")
TOKEN = None

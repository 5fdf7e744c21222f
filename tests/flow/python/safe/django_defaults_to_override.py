# What holds where a project's settings say nothing. A project does not start with an empty key.
DEBUG = False
SECRET_KEY = ""
ALLOWED_HOSTS = []
SESSION_COOKIE_AGE = 60 * 60 * 24 * 7 * 2
SESSION_COOKIE_SECURE = False
SESSION_COOKIE_HTTPONLY = False
CSRF_COOKIE_SECURE = False

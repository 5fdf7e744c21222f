import os

SESSION_COOKIE_SECURE = False  # expect: permissive-headers
CSRF_COOKIE_SECURE = False  # expect: permissive-headers
SECRET_KEY = os.environ["SECRET_KEY"]

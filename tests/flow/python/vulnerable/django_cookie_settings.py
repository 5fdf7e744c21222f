from pathlib import Path

BASE_DIR = Path(__file__).parent
SESSION_COOKIE_SECURE = False  # expect: permissive-headers
SESSION_COOKIE_HTTPONLY = False  # expect: permissive-headers
CSRF_COOKIE_SECURE = False  # expect: permissive-headers

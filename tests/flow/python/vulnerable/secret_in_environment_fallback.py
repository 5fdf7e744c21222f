import os

JWT_SECRET = os.getenv("JWT_SECRET", "kd82hf92jdn39")  # expect: hardcoded-secret
TOKEN = os.environ.get("SERVICE_TOKEN", "a81b2c93d4e5f607")  # expect: hardcoded-secret

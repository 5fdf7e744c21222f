import os

os.environ["DB_PASSWORD"] = "p0stgr3s-prod"  # expect: hardcoded-secret
os.environ.setdefault("API_TOKEN", "tok-91828jd82jd8")  # expect: hardcoded-secret

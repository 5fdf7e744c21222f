import requests

session = requests.Session()
session.headers["X-Api-Key"] = "b91c0f7a4e6d4f0e9a"  # expect: hardcoded-secret
session.headers.update({"Authorization": "Token 0a1b2c3d4e5f60718293"})  # expect: hardcoded-secret

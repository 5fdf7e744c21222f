import requests

response = requests.get(
    "https://api.corp.net/v1/users",
    headers={"Authorization": "Bearer 8f3b1c9d7e2a4f60b5c8d1e2"},  # expect: hardcoded-secret
    timeout=5,
)

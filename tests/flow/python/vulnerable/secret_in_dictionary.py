config = {
    "host": "db.internal",
    "user": "svc",
    "password": "q9Z!x7Kp2",  # expect: hardcoded-secret
    "api_key": "7c1fbd92e04a4cf58a",  # expect: hardcoded-secret
}

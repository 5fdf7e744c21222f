SECRET_KEY = "django-insecure-8x!w3k#2v$9q@z7m1n4b6c5"  # expect: hardcoded-secret

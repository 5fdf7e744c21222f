REQUIRED = {"api_key": "STRIPE_API_KEY", "password": "DB_PASSWORD", "token": "GITHUB_TOKEN"}

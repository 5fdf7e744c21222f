SCHEMA = "app"
TABLE = f"{SCHEMA}.users"

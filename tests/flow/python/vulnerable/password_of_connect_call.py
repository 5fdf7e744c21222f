import psycopg2

conn = psycopg2.connect(host="db", user="app", password="hunter2-prod-9")  # expect: hardcoded-secret

import psycopg2

store = psycopg2.connect("dbname=blog")

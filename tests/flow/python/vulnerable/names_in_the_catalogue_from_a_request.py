from flask import Flask, request

app = Flask(__name__)


@app.get("/tables")
def tables(cursor):
    table = request.args["table"]
    cursor.execute(f"SELECT name FROM sqlite_master WHERE name = '{table}'")  # expect: sql-injection


def rows(cursor, name):
    cursor.execute(f"SELECT id FROM sqlite_masters WHERE name = '{name}'")  # expect: sql-injection
    cursor.execute(f"SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = '{name}'")  # expect: sql-injection
    cursor.execute(f"SELECT id FROM systems WHERE name = '{name}'")  # expect: sql-injection

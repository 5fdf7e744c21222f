from flask import Flask, request
from peewee import SqliteDatabase

app = Flask(__name__)
db = SqliteDatabase("app.db")


@app.get("/p")
def p():
    cursor = db.execute_sql(f"SELECT * FROM person WHERE name = '{request.args['name']}'")  # expect: sql-injection
    return {"rows": cursor.fetchall()}

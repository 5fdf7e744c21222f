from flask import Flask, request

from decorators import logged, timed, with_db

app = Flask(__name__)


@with_db
def find(db, name):
    return db.execute(f"SELECT * FROM users WHERE name = '{name}'")  # expect: sql-injection


@timed
def count(db, table, name):
    return db.execute(f"SELECT count(*) FROM {table} WHERE name = ?", (name,))  # expect: sql-injection


@logged("info")
def clause(name, *, city=""):
    return f"name = '{name}' AND city = '{city}'"


@app.route("/users")
def users():
    find(request.args["name"])
    return ""


@app.route("/cities")
@logged("info")
@with_db
def cities(db):
    count(db, request.args["table"], "x")
    db.execute(f"SELECT * FROM users WHERE {clause('x', city=request.args['city'])}")  # expect: sql-injection
    return ""

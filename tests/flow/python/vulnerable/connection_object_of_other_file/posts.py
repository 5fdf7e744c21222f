from flask import Flask, request

from database import store

app = Flask(__name__)


@app.route("/posts")
def posts():
    author = request.args["author"]
    reader = store.cursor()
    reader.execute(f"SELECT title FROM posts WHERE author = '{author}'")  # expect: sql-injection
    return {"posts": reader.fetchall()}

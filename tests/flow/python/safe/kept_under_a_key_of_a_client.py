# The client chooses among what the service itself has put there.
import pickle

import redis
from flask import Flask, request

app = Flask(__name__)
store = redis.Redis(host="cache")


@app.get("/session")
def session():
    kept = store.get("session:" + request.args["id"])
    if kept is None:
        return "none", 404
    return pickle.loads(kept)["name"]


@app.get("/sessions")
def sessions():
    return {"names": [pickle.loads(kept)["name"] for kept in store.mget(request.args.getlist("id"))]}


@app.get("/basket")
def basket():
    kept = store.hget("baskets", request.args["id"])
    return pickle.loads(kept)["items"]

import dill
from flask import Flask, request

app = Flask(__name__)


@app.post("/task")
def task():
    function = dill.loads(request.data)  # expect: insecure-deserialization
    return {"result": function()}

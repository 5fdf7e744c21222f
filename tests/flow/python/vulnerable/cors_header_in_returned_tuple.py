from flask import Flask

app = Flask(__name__)


@app.get("/data")
def data():
    return {"a": 1}, 200, {"Access-Control-Allow-Origin": "*"}  # expect: permissive-headers

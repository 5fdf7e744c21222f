from flask import Flask, make_response

app = Flask(__name__)


@app.get("/")
def index():
    response = make_response("hi")
    response.headers.add("Access-Control-Allow-Origin", "*")  # expect: permissive-headers
    return response

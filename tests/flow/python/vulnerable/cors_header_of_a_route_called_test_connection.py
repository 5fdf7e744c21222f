from flask import Flask, make_response

app = Flask(__name__)


@app.route("/test")
def test_connection():
    response = make_response("ok")
    response.headers["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
    return response

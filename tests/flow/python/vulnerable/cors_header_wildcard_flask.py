from flask import Flask

app = Flask(__name__)


@app.after_request
def cors(response):
    response.headers["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
    response.headers["Access-Control-Allow-Methods"] = "GET, POST"
    return response

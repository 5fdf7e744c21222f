from flask import Flask
from flask_cors import cross_origin

app = Flask(__name__)


@app.get("/open")
@cross_origin(origins="*")  # expect: permissive-headers
def open_route():
    return {}

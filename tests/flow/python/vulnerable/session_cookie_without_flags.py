from flask import Flask, make_response

app = Flask(__name__)


@app.post("/login")
def login():
    response = make_response("ok")
    response.set_cookie("session_id", new_session())  # expect: permissive-headers
    return response

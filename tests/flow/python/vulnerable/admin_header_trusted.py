from flask import Flask, abort, request

app = Flask(__name__)


@app.get("/admin")
def admin():
    if request.headers.get("X-Is-Admin"):  # expect: auth-bypass
        return "secrets"
    abort(403)

import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.get("/log")
def log():
    command = ["/bin/sh", "-lc", "git log " + request.args["ref"]]
    return subprocess.check_output(command)  # expect: command-injection

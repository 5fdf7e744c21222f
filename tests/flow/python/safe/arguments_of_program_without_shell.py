import os
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    ref = request.args["ref"]
    command = ["git", "show"]
    command.append(ref)
    os.execvp("git", ["git", "show", ref])
    subprocess.run(["sh", "-c", 'git show "$1"', "show", ref])
    subprocess.run(["grep", "-c", ref, "log"])
    return subprocess.check_output(command)

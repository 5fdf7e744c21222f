import os
import pipes
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.post("/grep")
def grep():
    pattern = request.form["pattern"]
    os.system(f"grep -r {pipes.quote(pattern)} . | sort")
    os.system(shlex.join(["grep", "-r", pattern]) + " | sort")
    return ""

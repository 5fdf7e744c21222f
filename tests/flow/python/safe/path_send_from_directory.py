from flask import Flask, request, send_from_directory

app = Flask(__name__)


@app.route("/files/<path:name>")
def files(name):
    return send_from_directory("/srv/files", name)


@app.route("/file")
def file():
    return send_from_directory(app.config["FILES"], request.args["name"], as_attachment=True)

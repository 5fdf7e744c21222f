from flask import Blueprint, Flask, Markup, Response, make_response, request
from werkzeug.wrappers import Response as WerkzeugResponse

app = Flask(__name__)
pages = Blueprint("pages", __name__)


@pages.route("/made")
def made():
    return make_response("<p>" + request.args["q"] + "</p>")  # expect: xss


@app.errorhandler(404)
def missing(error):
    return f"<p>{request.path} is not here</p>", 404  # expect: xss


@app.get("/response")
def response():
    return Response(f"<p>{request.values['name']}</p>")  # expect: xss


@app.get("/werkzeug")
def werkzeug():
    return WerkzeugResponse(response=f"<p>{request.form['name']}</p>", mimetype="text/html")  # expect: xss


def render(title):
    return f"<title>{title}</title>"


@app.get("/helper")
def helper():
    return render(request.args["title"])  # expect: xss


def marked(label):
    return Markup("<b>%s</b>" % label)  # expect: xss

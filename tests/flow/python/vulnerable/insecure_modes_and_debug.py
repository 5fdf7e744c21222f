import os
import tempfile
from pathlib import Path, PosixPath

import bottle
import tornado.web
from flask import Flask
from starlette.applications import Starlette


def modes(path, descriptor, other):
    os.fchmod(descriptor, 0o777)  # expect: insecure-defaults
    os.lchmod(path, 0o777)  # expect: insecure-defaults
    os.fchmod(descriptor, 0o666)  # expect: insecure-defaults
    os.lchmod(path, mode=0o666)  # expect: insecure-defaults
    os.chmod(path, 0o767)  # expect: insecure-defaults
    os.chmod(path, 0o757)  # expect: insecure-defaults
    os.chmod(path, 0o776)  # expect: insecure-defaults
    Path(path).lchmod(0o777)  # expect: insecure-defaults
    PosixPath(path).chmod(0o666)  # expect: insecure-defaults
    other.chmod(0o777)  # expect: insecure-defaults
    other.chmod(0o666)  # expect: insecure-defaults


def debug(create_app, handlers):
    app = create_app()
    app.run(debug=True)  # expect: insecure-defaults
    application = create_app()
    application.run(host="::", debug=True)  # expect: insecure-defaults
    application.config["DEBUG"] = True  # expect: insecure-defaults
    flask = Flask(__name__)
    flask.run("0.0.0.0", 80, True)  # expect: insecure-defaults
    flask.debug = True  # expect: insecure-defaults
    Starlette(debug=True)  # expect: insecure-defaults
    tornado.web.Application(handlers, debug=True)  # expect: insecure-defaults
    bottle.Bottle().run(debug=True)  # expect: insecure-defaults


def files(text):
    with open("/var/tmp/report.csv", "a") as file:  # expect: insecure-defaults
        file.write(text)
    return tempfile.mktemp()  # expect: insecure-defaults

import flask

from warehouse import stock

app = flask.Flask(__name__)


@app.route("/stock/<sku>")
def level(sku):
    return {"level": stock.level(sku)}

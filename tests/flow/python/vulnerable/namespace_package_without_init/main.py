from flask import Flask, request

from services.billing.invoices import search_invoices

app = Flask(__name__)


@app.get("/invoices")
def invoices():
    return {"invoices": search_invoices(request.args.get("q", ""))}

from flask import Flask, request

from repositories.tickets import TicketRepository

app = Flask(__name__)


@app.get("/tickets")
def tickets():
    return {"tickets": TicketRepository("tickets.db").assigned_to(request.args["person"])}

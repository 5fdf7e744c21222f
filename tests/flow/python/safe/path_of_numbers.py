import uuid

from fastapi import FastAPI
from fastapi.responses import FileResponse

app = FastAPI()


@app.get("/invoices/{number}")
def invoice(number: int):
    return FileResponse(f"invoices/{number}.pdf")


@app.get("/exports/{export}")
def export(export: uuid.UUID):
    return FileResponse(f"exports/{export}.csv")


@app.get("/pictures")
def picture(name: str):
    key = uuid.UUID(name)
    return FileResponse(f"pictures/{key}.png")

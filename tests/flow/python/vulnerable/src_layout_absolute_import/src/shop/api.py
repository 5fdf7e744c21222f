from fastapi import FastAPI

from shop.orders import orders_in_state

app = FastAPI()


@app.get("/orders/{state}")
def list_orders(state: str):
    return orders_in_state(state)

import os

from fastapi import FastAPI, Header, HTTPException

app = FastAPI()
API_KEY = os.environ["API_KEY"]


@app.get("/data")
def data(x_api_key: str = Header(...)):
    if x_api_key != API_KEY:  # expect: auth-bypass
        raise HTTPException(401)
    return {}

from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse

app = FastAPI()


@app.get("/a")
def a(response: Response):
    response.headers["access-control-allow-origin"] = "*"  # expect: permissive-headers
    return {}


@app.get("/b")
def b():
    return JSONResponse({}, headers={"Access-Control-Allow-Origin": "*"})  # expect: permissive-headers

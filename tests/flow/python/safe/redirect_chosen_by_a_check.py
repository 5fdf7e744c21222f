from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse

from security import is_safe_url

app = FastAPI()


@app.get("/login")
def login(request: Request):
    wanted = request.query_params.get("next")
    target = wanted if wanted and is_safe_url(wanted, request=request) else "/"
    return RedirectResponse(url=target)

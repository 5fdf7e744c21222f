from fastapi import FastAPI, HTTPException, Request

app = FastAPI()


@app.get("/admin")
def admin(request: Request):
    if request.headers.get("x-user-role") != "admin":  # expect: auth-bypass
        raise HTTPException(403)
    return {"ok": True}

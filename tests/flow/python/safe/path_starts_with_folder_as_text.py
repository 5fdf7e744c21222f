from pathlib import Path

from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse

app = FastAPI()
UPLOADS = Path("uploads")


@app.get("/download")
def download(name: str):
    path = (UPLOADS / name).resolve()
    if not str(path).startswith(str(UPLOADS.resolve())):
        raise HTTPException(status_code=403)
    return FileResponse(path)

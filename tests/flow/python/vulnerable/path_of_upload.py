import os

import aiofiles
from fastapi import FastAPI, UploadFile

app = FastAPI()


@app.post("/upload")
async def upload(file: UploadFile):
    path = os.path.join("uploads", file.filename)
    async with aiofiles.open(path, "wb") as target:  # expect: path-traversal
        await target.write(await file.read())
    return path

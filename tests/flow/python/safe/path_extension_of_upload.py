import os
import uuid

from fastapi import FastAPI, UploadFile

app = FastAPI()


@app.post("/upload")
async def upload(file: UploadFile):
    extension = os.path.splitext(file.filename)[1]
    path = os.path.join("uploads", f"{uuid.uuid4()}{extension}")
    with open(path, "wb") as target:
        target.write(await file.read())
    return path


@app.post("/picture")
async def picture(file: UploadFile):
    _, extension = os.path.splitext(file.filename)
    _, name = os.path.split(file.filename)
    with open("pictures/latest" + extension, "wb") as target:
        target.write(await file.read())
    with open("pictures/" + name, "wb") as target:
        target.write(await file.read())

import pickle

from fastapi import FastAPI, UploadFile

app = FastAPI()


@app.post("/model")
async def upload(file: UploadFile):
    model = pickle.loads(await file.read())  # expect: insecure-deserialization
    return {"type": type(model).__name__}

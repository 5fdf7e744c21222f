from fastapi import FastAPI
from fastapi.responses import FileResponse
from starlette.responses import FileResponse as Starlette

app = FastAPI()


@app.get("/download")
async def download(name: str):
    return FileResponse(f"files/{name}")  # expect: path-traversal


@app.get("/image/{path:path}")
async def image(path: str):
    return Starlette(path="images/" + path)  # expect: path-traversal

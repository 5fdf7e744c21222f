import sqlite3

from fastapi import FastAPI, WebSocket

app = FastAPI()


@app.websocket("/ws")
async def socket(ws: WebSocket):
    await ws.accept()
    conn = sqlite3.connect("chat.db")
    while True:
        room = await ws.receive_text()
        rows = conn.execute(f"SELECT body FROM messages WHERE room = '{room}'").fetchall()  # expect: sql-injection
        await ws.send_json(rows)

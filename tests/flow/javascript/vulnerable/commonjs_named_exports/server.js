const express = require("express");
const { byState, close } = require("./lib/orders.js");

const app = express();

app.get("/orders/:state", async (req, res) => {
  res.json(await byState(req.params.state));
});

const server = app.listen(3000);
process.on("SIGTERM", () => server.close(close));

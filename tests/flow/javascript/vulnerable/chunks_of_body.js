const express = require("express");
const http = require("http");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

http
  .createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) {
      body += chunk;
    }
    const order = JSON.parse(body);
    await pool.query(`SELECT * FROM orders WHERE name = '${order.name}'`); // expect: sql-injection
    response.end();
  })
  .listen(8080);

app.post("/orders", async (req, res) => {
  const chunks = [];
  for await (const chunk of req) {
    chunks.push(chunk);
  }
  const name = Buffer.concat(chunks).toString("utf8");
  await pool.query(`SELECT * FROM orders WHERE name = '${name}'`); // expect: sql-injection
  res.end();
});

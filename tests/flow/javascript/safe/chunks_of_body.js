const http = require("http");
const { Pool } = require("pg");

const pool = new Pool();

http
  .createServer(async (request, response) => {
    let body = "";
    let size = 0;
    for await (const chunk of request) {
      body += chunk;
      size += Buffer.byteLength(chunk);
    }
    const order = JSON.parse(body);
    await pool.query("SELECT * FROM orders WHERE name = $1", [order.name]);
    await pool.query(`SELECT * FROM orders WHERE id = ${Number(order.id)} AND size < ${size}`);
    response.end();
  })
  .listen(8080);

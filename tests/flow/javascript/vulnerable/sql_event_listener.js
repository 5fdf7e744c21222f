const http = require('http');
const { Pool } = require('pg');
const pool = new Pool();

http.createServer((req, res) => {
  let body = '';
  req.on('data', (chunk) => {
    body += chunk;
  });
  req.on('end', async () => {
    const { name } = JSON.parse(body);
    await pool.query(`INSERT INTO people VALUES ('${name}')`); // expect: sql-injection
    res.end();
  });
}).listen(8080);

const http = require('http');
const { Client } = require('pg');
const client = new Client();

http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const id = url.searchParams.get('id');
  const result = await client.query(`SELECT * FROM users WHERE id = ${id}`); // expect: sql-injection
  response.end(JSON.stringify(result.rows));
}).listen(8080);

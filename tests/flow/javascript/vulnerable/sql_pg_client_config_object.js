const { Client } = require('pg');

async function report(req, res) {
  const client = new Client();
  await client.connect();
  const query = {
    name: 'fetch-report',
    text: `SELECT * FROM reports WHERE owner = '${req.user.name}' AND kind = '${req.body.kind}'`,
  };
  const result = await client.query(query); // expect: sql-injection
  res.json(result.rows);
}

module.exports = { report };

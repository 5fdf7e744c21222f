const express = require('express');
const mysql = require('mysql');
const app = express();
const connection = mysql.createConnection({ host: 'localhost' });

const select = (sql) => new Promise((resolve, reject) => {
  connection.query(sql, (error, rows) => (error ? reject(error) : resolve(rows)));
});

app.get('/q', async (req, res) => {
  res.json(await select("SELECT * FROM people WHERE name = '" + req.query.name + "'")); // expect: sql-injection
});

const express = require('express');
const mysql = require('mysql2');
const { Pool } = require('pg');
const { db } = require('./db');

const app = express();
const pool = new Pool();
const connection = mysql.createConnection({ host: 'localhost' });

app.get('/pg', async (req, res) => {
  const client = await pool.connect();
  const { rows } = await client.query(`SELECT * FROM ${client.escapeIdentifier(req.query.table)}`);
  res.json(rows);
});

app.get('/mysql', (req, res) => {
  connection.query('SELECT * FROM users ORDER BY ' + mysql.escapeId(req.query.sort), (error, rows) => res.json(rows));
});

app.get('/shared', (req, res) => {
  db.query(`SELECT * FROM users ORDER BY ${db.escapeId(req.query.sort)}`, (error, rows) => res.json(rows));
});

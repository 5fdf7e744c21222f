const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

app.get("/rows", async (req, res) => {
  const table = req.query.table;
  const isWord = /^[a-z_]+$/.test(table);
  if (!isWord) {
    return res.sendStatus(404);
  }
  res.json(await pool.query(`SELECT id FROM ${table}`));
});

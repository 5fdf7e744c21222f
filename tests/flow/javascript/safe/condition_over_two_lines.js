// The condition goes on in a line that is indented as deep: nobody has left it half-typed.
const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();
const ONLY_COLUMN = "name";

app.get("/people", async (req, res) => {
  const column = req.query.sort;
  if (
    column !==
    ONLY_COLUMN
  ) {
    return res.sendStatus(400);
  }
  res.json(await pool.query(`SELECT * FROM people ORDER BY ${column}`));
});

const express = require("express");
const mysql = require("mysql2/promise");

const app = express();
const pool = mysql.createPool({ host: "localhost" });

function totals({ table, title }) {
  console.log(title);
  return pool.query(`SELECT sum(price) FROM ${table}`); // expect: sql-injection
}

app.get("/totals", async (req, res) => {
  res.json(await totals({ title: "all", table: req.query.table }));
});

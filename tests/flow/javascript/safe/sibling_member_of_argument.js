const express = require("express");
const mysql = require("mysql2/promise");

const app = express();
const pool = mysql.createPool({ host: "localhost" });

async function report(options) {
  console.log("report for %s", options.title);
  const [rows] = await pool.query(`SELECT * FROM sales ORDER BY ${options.order}`);
  return rows;
}

function totals({ table, title }) {
  console.log(title);
  return pool.query(`SELECT sum(price) FROM ${table}`);
}

app.get("/report", async (req, res) => {
  const title = req.query.title;
  const rows = await report({ order: "price", title });
  res.json([rows, await totals({ table: "sales", title })]);
});

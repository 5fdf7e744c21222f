const express = require("express");
const database = require("knex")({ client: "pg" });

const app = express();

function conditions(filters) {
  const parts = [];
  if (filters.name) parts.push(`name = '${filters.name}'`);
  return parts.join(" AND ");
}

app.get("/products", async (req, res) => {
  res.json(await database("products").whereRaw(conditions(req.query))); // expect: sql-injection
});

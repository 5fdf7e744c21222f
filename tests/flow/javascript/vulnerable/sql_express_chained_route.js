const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

app.route("/a")
  .get((req, res) => pool.query(`SELECT * FROM x WHERE a = '${req.query.a}'`)) // expect: sql-injection
  .post((request, response) => pool.query("SELECT * FROM x WHERE a = '" + request.body.a + "'")); // expect: sql-injection

app.param("id", (req, res, next, id) => {
  pool.query(`SELECT * FROM x WHERE id = '${id}'`).then((rows) => { // expect: sql-injection
    req.row = rows;
    next();
  });
});

app.param("user", (req, res, next, id) => {
  pool.query("SELECT * FROM x WHERE id = $1", [id]).then((rows) => {
    req.row = rows;
    next();
  });
});

const express = require("express");
const { Pool } = require("pg");
const app = express();
const pool = new Pool();

app.use((err, req, res, next) => {
  pool.query("INSERT INTO errors VALUES ('" + req.query.name + "')"); // expect: sql-injection
  next(err);
});
app.use("/admin", (err, req, res, next) => {
  pool.query("INSERT INTO errors VALUES ('" + req.query.name + "')"); // expect: sql-injection
});
app.use("/admin", (err, request, response, next) => {
  pool.query("INSERT INTO errors VALUES ('" + request.query.name + "')"); // expect: sql-injection
});
function auth(req, res, next) {
  next();
}
app.use("/admin", auth, (err, req, res, next) => {
  pool.query("INSERT INTO errors VALUES ('" + req.query.name + "')"); // expect: sql-injection
});

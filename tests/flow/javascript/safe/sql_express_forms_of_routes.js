const express = require("express");
const { Pool } = require("pg");

const app = express();
const router = express.Router();
const pool = new Pool();

function auth(request, response, next) {
  if (!request.user) return response.sendStatus(401);
  next();
}

app
  .route("/items/:name")
  .get((request, response) => {
    if (!/^[a-z]+$/.test(request.params.name)) {
      return response.sendStatus(400);
    }
    pool.query(`SELECT * FROM items WHERE name = '${request.params.name}'`);
  })
  .post(auth, (request, response) => {
    pool.query("INSERT INTO items VALUES ($1)", [request.body.name]);
  })
  .delete((request, response) => {
    const id = parseInt(request.params.name, 10);
    pool.query(`DELETE FROM items WHERE id = ${id}`);
  });

app.all("/all/:id", (request, response) => {
  const id = Number(request.params.id);
  pool.query(`SELECT * FROM items WHERE id = ${id}`);
});

app.param("id", (request, response, next, id) => {
  pool.query("SELECT * FROM items WHERE id = $1", [id]);
  pool.query(`SELECT * FROM items WHERE id = ${Number(id)}`);
  next();
});

router.get("/array", [auth, (request, response) => {
  const order = request.query.order === "up" ? "asc" : "desc";
  pool.query(`SELECT * FROM items ORDER BY name ${order}`);
}]);

router.use("/plain", (request, response, next) => {
  pool.query("INSERT INTO visits VALUES ($1)", [request.query.name]);
  next();
});

app.use("/admin", auth, (err, request, response, next) => {
  pool.query("INSERT INTO errors VALUES ($1)", [request.query.name]);
  pool.query("INSERT INTO errors VALUES ('" + request.method + "')");
  next(err);
});

app.use("/v1", router);

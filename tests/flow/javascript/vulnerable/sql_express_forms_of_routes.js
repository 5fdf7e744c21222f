const express = require("express");
const { Pool } = require("pg");
const fs = require("fs");
const path = require("path");

const app = express();
const router = express.Router();
const pool = new Pool();

function auth(req, res, next) {
  if (!req.user) return res.sendStatus(401);
  next();
}

function plainName(req, res, next) {
  if (!/^[a-z]+$/.test(req.params.name)) {
    return res.sendStatus(400);
  }
  next();
}

router
  .route("/x/:name")
  .get(async (req, res) => {
    res.json(await pool.query(`SELECT * FROM x WHERE name = '${req.params.name}'`)); // expect: sql-injection
  })
  .post(async (req, res) => {
    res.json(await pool.query("SELECT * FROM x WHERE name = $1", [req.params.name]));
  })
  .put(auth, async (req, res) => {
    res.json(await pool.query("UPDATE x SET name = '" + req.body.name + "'")); // expect: sql-injection
  });

router
  .route("/y/:name")
  .all(plainName)
  .get(async (req, res) => {
    if (!/^[a-z]+$/.test(req.params.name)) {
      return res.sendStatus(400);
    }
    res.json(await pool.query(`SELECT * FROM x WHERE name = '${req.params.name}'`));
  });

app.all("/all", async (req, res) => {
  res.json(await pool.query(`SELECT * FROM x WHERE name = '${req.query.name}'`)); // expect: sql-injection
});

app.all("/all/:id", async (req, res) => {
  const id = Number(req.params.id);
  res.json(await pool.query(`SELECT * FROM x WHERE id = ${id}`));
});

router.use("/files", async (req, res, next) => {
  fs.readFile("files/" + req.query.name, (err, data) => { // expect: path-traversal
    res.send(data);
  });
});

router.use("/plain", (req, res, next) => {
  fs.readFile(path.join("files", path.basename(req.query.name)), (err, data) => {
    res.send(data);
  });
});

router.use((req, res, next) => {
  res.locals.rows = pool.query("SELECT * FROM x WHERE tenant = '" + req.headers["x-tenant"] + "'"); // expect: sql-injection
  next();
});

app.get("/array", [auth, async (req, res) => {
  res.json(await pool.query(`SELECT * FROM x WHERE name = '${req.query.name}'`)); // expect: sql-injection
}]);

app.get("/array/safe", [auth, async (req, res) => {
  res.json(await pool.query("SELECT * FROM x WHERE name = $1", [req.query.name]));
}]);

app.post("/nested", [auth, [plainName]], async (req, res) => {
  res.json(await pool.query(`SELECT * FROM x WHERE name = '${req.body.name}'`)); // expect: sql-injection
});

const chain = [auth, show];
app.get("/named", chain);
async function show(req, res) {
  res.json(await pool.query(`SELECT * FROM x WHERE name = '${req.query.name}'`)); // expect: sql-injection
}

app.get(["/one", "/two"], async (req, res) => {
  res.json(await pool.query(`SELECT * FROM x WHERE name = '${req.query.name}'`)); // expect: sql-injection
});

app.use("/admin", auth, (err, req, res, next) => {
  pool.query("INSERT INTO errors VALUES ('" + req.query.name + "')"); // expect: sql-injection
  next(err);
});

app.use(router);

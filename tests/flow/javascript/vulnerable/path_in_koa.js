const Koa = require("koa");
const Router = require("@koa/router");
const fs = require("fs");

const app = new Koa();
const router = new Router();

router.get("/file", async (ctx) => {
  ctx.body = fs.createReadStream(`files/${ctx.query.name}`); // expect: path-traversal
});

app.use(router.routes());

const Koa = require("koa");

const app = new Koa();

app.use(async (ctx) => {
  ctx.body = `<h1>Hello ${ctx.query.name}</h1>`; // expect: xss
});

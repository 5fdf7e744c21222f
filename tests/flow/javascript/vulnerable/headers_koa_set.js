const Koa = require('koa');
const app = new Koa();

app.use(async (ctx, next) => {
  ctx.set('Access-Control-Allow-Origin', ctx.get('Origin')); // expect: permissive-headers
  ctx.set('Access-Control-Allow-Credentials', 'true');
  await next();
});

import Fastify from "fastify";
import { Hono } from "hono";
import Koa from "koa";
import { redirect } from "next/navigation";
import { NextRequest, NextResponse } from "next/server";

const koa = new Koa();
const fastify = Fastify();
const hono = new Hono();

koa.use(async (ctx) => {
  ctx.redirect(ctx.query.next); // expect: open-redirect
});

fastify.get("/", (request, reply) => {
  reply.redirect(request.query.next); // expect: open-redirect
});

hono.get("/", (c) => c.redirect(c.req.query("next"))); // expect: open-redirect

export async function GET(request: NextRequest) {
  return NextResponse.redirect(request.nextUrl.searchParams.get("next")); // expect: open-redirect
}

export async function POST(request: NextRequest) {
  redirect(request.nextUrl.searchParams.get("next")); // expect: open-redirect
}

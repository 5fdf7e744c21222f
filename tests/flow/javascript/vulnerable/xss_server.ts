import Fastify from "fastify";
import { Hono } from "hono";
import { NextRequest, NextResponse } from "next/server";

const fastify = Fastify();
const hono = new Hono();

fastify.get("/", (request, reply) => {
  reply.code(200).type("text/html").send(`<p>${request.query.q}</p>`); // expect: xss
});

hono.get("/", (c) => c.html(`<p>${c.req.query("q")}</p>`)); // expect: xss

export async function GET(request: NextRequest) {
  const q = request.nextUrl.searchParams.get("q");
  return new NextResponse("<p>" + q + "</p>", { headers: { "content-type": "text/html" } }); // expect: xss
}

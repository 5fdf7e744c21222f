import express from "express";
import { Pool } from "pg";
import { z } from "zod";
import { z as z4 } from "zod/v4";

const app = express();
const pool = new Pool();

enum Status {
  Open = "open",
  Closed = "closed",
}

const Page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z.coerce.date().optional(),
});

const ListQuery = Page.extend({
  sort: z.enum(["name", "created_at"]).default("name"),
  status: z.nativeEnum(Status),
  owner: z.string().trim().uuid(),
  active: z.boolean().nullable(),
  search: z.string().min(1),
}).strict();

app.get("/tasks", async (req, res) => {
  const query = ListQuery.parse(req.query);
  const rows = await pool.query(
    `SELECT * FROM tasks WHERE owner = '${query.owner}' AND status = '${query.status}' ORDER BY ${query.sort} LIMIT ${query.limit}`,
  );
  await pool.query(`DELETE FROM seen WHERE active = ${query.active} AND at < '${query.before}'`);
  res.json(rows);
});

const Order = z.object({
  id: z.uuid(),
  lines: z.array(z.object({ article: z.number(), note: z.string() })),
  tags: z.number().array(),
  prices: z.record(z.string(), z.number()),
  due: z.iso.date(),
  amount: z.union([z.number(), z.literal("all")]),
  kind: z.discriminatedUnion("type", [
    z.object({ type: z.literal("card"), card: z.number() }),
    z.object({ type: z.literal("cash"), card: z.number().optional() }),
  ]),
  place: z.number().or(z.date()),
  weight: z.preprocess((value) => value || 0, z.number()),
  height: z.optional(z.number()),
  width: z.string().pipe(z.coerce.number()),
});

app.post("/orders", async (req, res) => {
  const parsed = await Order.safeParseAsync(req.body);
  if (!parsed.success) {
    return res.status(400).json(parsed.error);
  }
  const { id, lines, tags, due, amount } = parsed.data;
  for (const line of lines) {
    await pool.query(`INSERT INTO lines VALUES ('${id}', ${line.article})`);
  }
  await pool.query(`UPDATE orders SET due = '${due}', amount = '${amount}' WHERE tag IN (${tags.join(",")})`);
  await pool.query(`UPDATE orders SET price = ${parsed.data.prices.main} WHERE type = '${parsed.data.kind.type}'`);
  await pool.query(`UPDATE orders SET place = ${parsed.data.place}, weight = ${parsed.data.weight}`);
  await pool.query(`UPDATE orders SET height = ${parsed.data.height}, width = ${parsed.data.width}`);
  res.end();
});

const Filter = z.object({
  code: z.string().regex(/^[A-Z]{2}\d+$/),
  page: z.string().transform(Number),
  size: z.string().transform((text) => parseInt(text, 10)),
  state: z4.enum(["open", "closed"]),
});

app.get("/filtered", async (req, res) => {
  const { code, page, size, state } = Filter.parse(req.query);
  await pool.query(`SELECT * FROM orders WHERE code = '${code}' AND state = '${state}' LIMIT ${size} OFFSET ${page}`);
  res.end();
});

const Key = Order.pick({ id: true });

app.delete("/orders/:id", async (req, res) => {
  const { id } = Key.parse(req.params);
  await pool.query(`DELETE FROM orders WHERE id = '${id}'`);
  res.end();
});

type OrderKey = z.infer<typeof Key>;

function archive(key: OrderKey) {
  return pool.query(`UPDATE orders SET archived = true WHERE id = '${key.id}'`);
}

app.post("/archive", async (req, res) => {
  await archive(Key.parse(req.body));
  res.end();
});

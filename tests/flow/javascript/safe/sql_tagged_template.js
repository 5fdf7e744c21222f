const sql = require('postgres')();
const { PrismaClient } = require('@prisma/client');
const prisma = new PrismaClient();

exports.find = (req) => sql`SELECT * FROM users WHERE id = ${req.params.id}`;
exports.posts = (req) => prisma.$queryRaw`SELECT * FROM posts WHERE slug = ${req.params.slug}`;

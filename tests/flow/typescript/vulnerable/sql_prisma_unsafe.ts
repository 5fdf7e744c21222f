import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function search(term: string) {
  return prisma.$queryRawUnsafe(`SELECT * FROM "Post" WHERE title LIKE '%${term}%'`); // expect: sql-injection
}

import { Controller, Get, Query } from '@nestjs/common';
import { IsIn, IsInt, IsOptional, IsUUID, Matches } from 'class-validator';
import { DataSource } from 'typeorm';

class ListInvoices {
  @IsOptional()
  @IsInt()
  year?;

  @IsUUID()
  owner: string;

  @IsIn(['ASC', 'DESC'])
  direction: string;

  @Matches(/^[a-z_]+$/)
  column: string;
}

@Controller('invoices')
export class InvoicesController {
  constructor(private readonly db: DataSource) {}

  @Get()
  list(@Query() query: ListInvoices) {
    const filter = `year = ${query.year} AND owner = '${query.owner}'`;
    return this.db.query(`SELECT * FROM invoices WHERE ${filter} ORDER BY ${query.column} ${query.direction}`);
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ListReportsDto } from './list-reports.dto';

@Controller('reports')
export class ReportsController {
  constructor(private readonly db: DataSource) {}

  @Get()
  list(@Query() query: ListReportsDto) {
    const filter = `year = ${query.year} AND owner = '${query.owner}' AND kind = '${query.kind}'`;
    return this.db.query(`SELECT * FROM reports WHERE ${filter} ORDER BY ${query.column} ${query.direction}`);
  }
}

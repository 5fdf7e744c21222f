import { Body, Controller, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CreateReportDto } from './create-report.dto';

@Controller('reports')
export class ReportsController {
  constructor(private readonly db: DataSource) {}

  @Post()
  add(@Body() dto: CreateReportDto) {
    this.db.query(`INSERT INTO kinds VALUES ('${dto.kind}')`); // expect: sql-injection
    return this.db.query(`INSERT INTO reports VALUES ('${dto.title}', ${dto.year})`); // expect: sql-injection
  }
}

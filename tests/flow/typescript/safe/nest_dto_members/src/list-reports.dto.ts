import { IsEnum, IsIn, IsInt, IsOptional, IsUUID, Matches } from 'class-validator';
import { Kind } from './kind';

export class ListReportsDto {
  @IsOptional()
  @IsInt()
  year?;

  @IsUUID()
  owner: string;

  @IsIn(['ASC', 'DESC'])
  direction: string;

  @IsEnum(Kind)
  kind: string;

  @Matches(/^[a-z_]+$/)
  column: string;
}

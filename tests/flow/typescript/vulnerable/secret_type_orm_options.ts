import { DataSource } from 'typeorm';

export const source = new DataSource({
  type: 'postgres',
  username: 'shop',
  password: 'h4Rk9sPw2', // expect: hardcoded-secret
});

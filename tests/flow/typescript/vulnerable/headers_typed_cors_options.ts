import cors, { CorsOptions } from 'cors';

const options: CorsOptions = { origin: '*', credentials: true };

export const middleware = cors(options); // expect: permissive-headers

import cors from 'cors';

export default cors({ origin: '*', credentials: true }); // expect: permissive-headers

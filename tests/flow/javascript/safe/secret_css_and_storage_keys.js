localStorage.setItem('access_token', getToken());
const tokenKey = 'app.session.token';
const cookieName = 'refresh_token';
export const cacheKey = 'users:list:page';
export const accessKey = 'accessKey';
export { tokenKey, cookieName };

export const load = (url) =>
  fetch(url, { headers: { Accept: '*/*', Origin: '*', 'Content-Type': 'application/json' } });

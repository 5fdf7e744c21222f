export function check(event) {
  if (event.token === this.token) return;
  if (event.key === 'Enter' && event.password === event.repeat) submit();
}

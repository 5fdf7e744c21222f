const form = document.forms[0];
const password = form.querySelector('#password').value;
const token = document.querySelector('meta[name="csrf-token"]').content;
const fields = { password: '#login-password', token: 'input[name=token]', secret: '.secret-input' };

export { password, token, fields };

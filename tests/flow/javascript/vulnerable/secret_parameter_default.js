export function connect(host, password = 'h0rse-Batt3ry-St4ple') { // expect: hardcoded-secret
  return open(host, password);
}

const { Client } = require("ssh2");
const { NodeSSH } = require("node-ssh");

function tail(config, log) {
  const connection = new Client();
  connection.on("ready", () => {
    connection.exec(`tail -n 100 ${log}`, () => connection.end()); // expect: command-injection
  });
  connection.connect(config);
}

async function head(log) {
  const ssh = new NodeSSH();
  return ssh.execCommand(`head -n 100 ${log}`); // expect: command-injection
}

module.exports = { tail, head };

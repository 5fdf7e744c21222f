// Starts `tripline lsp` and hands everything to it.

const { execFile } = require("node:child_process");
const os = require("node:os");
const path = require("node:path");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const LANGUAGES = [
  "python",
  "javascript",
  "javascriptreact",
  "typescript",
  "typescriptreact",
  "go",
  "rust",
];

// Files, documents that were never saved and cells of notebooks. What other extensions show, such as an older version
// beside the present one, is not the user's to mend.
const SCHEMES = ["file", "untitled", "vscode-notebook-cell"];

const documentSelector = SCHEMES.flatMap((scheme) =>
  LANGUAGES.map((language) => ({ scheme, language })),
);

// How long the program may take to say what it is.
const PATIENCE = 10_000;

let output;
let client;

// Starts and stops one after the other: what is asked for while the server starts waits until it runs.
let last = Promise.resolve();

function inTurn(work) {
  last = last.then(work, work);
  return last;
}

/** The program as it is to be started. A name alone is looked for in the path, not in the folder that is open. */
function program() {
  const name = vscode.workspace.getConfiguration("tripline").get("path")?.trim() || "tripline";
  if (name.startsWith("~/")) {
    return path.join(os.homedir(), name.slice(2));
  }
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder && path.basename(name) !== name ? path.resolve(folder.uri.fsPath, name) : name;
}

/** What is wrong with the program; nothing if it is Tripline. */
function problem(command) {
  const isName = path.basename(command) === command;
  const reasons = {
    ENOENT: isName ? `there is no "${command}" in the path` : `there is no ${command}`,
    EACCES: `${command} is not a program that may be run`,
  };
  return new Promise((done) => {
    execFile(command, ["--version"], { cwd: os.homedir(), timeout: PATIENCE }, (error, stdout) => {
      if (error && error.code in reasons) {
        done(reasons[error.code]);
      } else if (error || !stdout.startsWith("tripline ")) {
        done(`${command} is not Tripline`);
      } else {
        done(undefined);
      }
    });
  });
}

async function complain(reason) {
  const message = `Tripline does not start: ${reason}. Install it, or set "tripline.path" to where it is.`;
  output.appendLine(message);
  const settings = "Open Settings";
  const restart = "Try Again";
  const choice = await vscode.window.showErrorMessage(message, settings, restart);
  if (choice === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "tripline.path");
  } else if (choice === restart) {
    await vscode.commands.executeCommand("tripline.restart");
  }
}

async function start() {
  const command = program();
  const reason = await problem(command);
  if (reason) {
    // The message stays until the user answers it; nothing waits for that.
    void complain(reason);
    return;
  }
  // No transport is named: the client would add an argument for it, which the program does not know.
  const run = {
    command,
    args: ["lsp"],
    // Windows looks for a program in the working folder first.
    options: { cwd: os.homedir() },
  };
  const settings = vscode.workspace.getConfiguration("tripline");
  client = new LanguageClient("tripline", "Tripline", { run, debug: run }, {
    documentSelector,
    diagnosticCollectionName: "tripline",
    outputChannel: output,
    middleware: {
      workspace: {
        // Where another program is to be started, this one is about to be stopped, and is told nothing.
        didChangeConfiguration: async (sections, next) => {
          if (program() === command) {
            await next(sections);
          }
        },
      },
    },
    // Its values alone: the object of the editor has methods.
    initializationOptions: JSON.parse(JSON.stringify(settings)),
  });
  // What goes wrong from here on, the client shows by itself.
  await client.start().catch(() => {});
}

async function stop() {
  const stopped = client;
  client = undefined;
  if (stopped?.isRunning()) {
    // A server that does not answer is ended by the client.
    await stopped.stop().catch((error) => output.appendLine(`Tripline does not stop: ${error.message}`));
  }
}

async function restart() {
  await stop();
  await start();
}

async function activate(context) {
  output = vscode.window.createOutputChannel("Tripline");
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("tripline.restart", () => inTurn(restart)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("tripline.path")) {
        void inTurn(restart);
      }
    }),
  );
  await inTurn(start);
}

module.exports = { activate, deactivate: () => inTurn(stop) };

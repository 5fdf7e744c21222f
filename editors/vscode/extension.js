// Starts `tripline lsp` and hands everything to it.

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

// No scheme is named, so that documents that were never saved are analysed as well.
const documentSelector = [
  "python",
  "javascript",
  "javascriptreact",
  "typescript",
  "typescriptreact",
  "go",
].map((language) => ({ language }));

let client;

async function start() {
  const settings = vscode.workspace.getConfiguration("tripline");
  const run = {
    command: settings.get("path") || "tripline",
    args: ["lsp"],
    transport: TransportKind.stdio,
  };
  client = new LanguageClient("tripline", "Tripline", { run, debug: run }, {
    documentSelector,
    diagnosticCollectionName: "tripline",
    // Its values alone: the object of the editor has methods.
    initializationOptions: JSON.parse(JSON.stringify(settings)),
  });
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(
      `Tripline does not start: ${error.message}. Set "tripline.path" to where the program is.`,
    );
  }
}

async function stop() {
  const stopped = client;
  client = undefined;
  if (stopped && stopped.isRunning()) {
    await stopped.stop();
  }
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("tripline.restart", async () => {
      await stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("tripline.path")) {
        await stop();
        await start();
      }
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };

// Run by vscode.sh: drives VS Code as a user does, through its window in a browser.

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";

const { SCRATCH, TOOLS, EXTENSION, PROGRAM, CODE_SERVER, CHROMIUM, EVIDENCE } = process.env;
const { chromium } = createRequire(join(TOOLS, "index.js"))("playwright-core");

/// For a test that hangs; what is waited for ends the wait at once.
const LIMIT = 45_000;

const PYTHON = `import sqlite3
import yaml


def find_user(conn: sqlite3.Connection, email: str):
    cursor = conn.cursor()
    cursor.execute(f"SELECT id FROM users WHERE email = '{email}'")
    return cursor.fetchone()


def read_settings(text: str):
    return yaml.load(text)
`;

const TYPESCRIPT = `import express from "express";
import mysql from "mysql2/promise";

const app = express();
const pool = mysql.createPool({ host: "localhost" });

app.get("/user", async (req, res) => {
  const [rows] = await pool.query(\`SELECT id FROM users WHERE email = '\${req.query.email}'\`);
  res.json(rows);
});
`;

const GO = `package main

import (
	"database/sql"
	"net/http"
)

func find(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	return db.QueryContext(r.Context(), "SELECT id FROM users WHERE email = '"+r.FormValue("email")+"'")
}
`;

/// What must be shown, and what the first quick fix must make of it. The places are of the text that the fixes before
/// have left.
const CASES = [
  {
    file: "app.py",
    text: PYTHON,
    message: "SQL injection: string interpolation in query. Use a parameterized query",
    code: "sql-injection",
    start: [7, 20],
    flagged: `f"SELECT id FROM users WHERE email = '{email}'"`,
    fix: "Pass the values as query parameters",
    from: `f"SELECT id FROM users WHERE email = '{email}'"`,
    to: `"SELECT id FROM users WHERE email = ?", (email,)`,
  },
  {
    file: "app.py",
    message: "Insecure deserialization: yaml.load without a safe loader",
    code: "insecure-deserialization",
    start: [12, 12],
    flagged: "yaml.load(text)",
    fix: "Use yaml.safe_load",
    from: "yaml.load(text)",
    to: "yaml.safe_load(text)",
  },
  {
    file: "app.ts",
    text: TYPESCRIPT,
    message: "SQL injection: string interpolation in query. Use a parameterized query",
    code: "sql-injection",
    start: [8, 35],
    flagged: "`SELECT id FROM users WHERE email = '${req.query.email}'`",
    fix: "Pass the values as query parameters",
    from: "'${req.query.email}'`",
    to: "?`, [req.query.email]",
  },
  {
    file: "main.go",
    text: GO,
    message: "SQL injection: string interpolation in query. Use a parameterized query",
    code: "sql-injection",
    start: [9, 38],
    flagged: `"SELECT id FROM users WHERE email = '"+r.FormValue("email")+"'"`,
    // Which database it is, the file does not say.
    fix: "Parameterize with ? (MySQL, SQLite)",
    from: `'"+r.FormValue("email")+"'"`,
    to: `?", r.FormValue("email")`,
  },
];

const pause = (time) => new Promise((wake) => setTimeout(wake, time));

async function until(what, condition) {
  const end = Date.now() + LIMIT;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`no ${what}`);
    await pause(50);
  }
}

function expect(what, actual, expected) {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value));
  if (is !== should) throw new Error(`${what}: ${is} instead of ${should}`);
}

function isAlive(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((done) => {
    const socket = createServer().listen(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => done(port));
    });
  });
}

/// One server of VS Code with its own settings, and a window on a folder.
class Editor {
  /// `hasProgram` puts Tripline in the path, `machine` are settings of the machine, `user` those of the user, `files` are
  /// written into the folder, `isTrusted` says that nobody is asked whether the folder is trusted.
  static async open(name, { hasProgram = true, machine = {}, user = {}, files = {}, isTrusted = true } = {}) {
    const editor = new Editor();
    editor.name = name;
    editor.home = join(SCRATCH, name);
    editor.folder = join(editor.home, "workspace");
    editor.data = join(editor.home, "data");
    const extensions = join(editor.home, "extensions");
    for (const folder of [editor.folder, extensions]) mkdirSync(folder, { recursive: true });
    for (const [path, text] of Object.entries(files)) editor.write(path, text);
    editor.machine(machine);
    editor.user({
      "workbench.startupEditor": "none",
      "workbench.tips.enabled": false,
      "workbench.enableExperiments": false,
      "telemetry.telemetryLevel": "off",
      "extensions.autoCheckUpdates": false,
      "update.mode": "none",
      "editor.lightbulb.enabled": "on",
      "files.autoSave": "off",
      "workbench.tree.enableStickyScroll": false,
      "git.enabled": false,
      // The languages' own checks would find the modules missing.
      "typescript.validate.enable": false,
      ...user,
    });
    // Without what this terminal knows of an editor, and without a gallery of extensions. VS Code takes the path from a
    // login shell, as it does for a user.
    const environment = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith("VSCODE_")));
    const path = process.env.PATH.split(":").filter((folder) => !existsSync(join(folder, "tripline")));
    const program = editor.script("bin/tripline", `exec '${PROGRAM}' "$@"`);
    if (hasProgram) path.unshift(dirname(program));
    writeFileSync(join(editor.home, ".profile"), `export PATH='${path.join(":")}'\n`);
    Object.assign(environment, {
      HOME: editor.home,
      XDG_CONFIG_HOME: join(editor.home, "config"),
      SHELL: "/bin/bash",
      PATH: path.join(":"),
      EXTENSIONS_GALLERY: "{}",
    });
    const common = ["--user-data-dir", editor.data, "--extensions-dir", extensions, "--disable-telemetry", "--disable-update-check"];
    execFileSync(CODE_SERVER, [...common, "--install-extension", EXTENSION], { env: environment, stdio: "pipe" });
    const port = await freePort();
    const trust = isTrusted ? ["--disable-workspace-trust"] : [];
    editor.server = spawn(
      CODE_SERVER,
      [...common, ...trust, "--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-getting-started-override"],
      { env: environment, stdio: "ignore", detached: true },
    );
    editor.address = `http://127.0.0.1:${port}`;
    try {
      await until("answer of VS Code", () => fetch(`${editor.address}/healthz`).then((answer) => answer.ok, () => false));
      editor.browser = await chromium.launchPersistentContext(join(editor.home, "browser"), {
        executablePath: CHROMIUM,
        headless: true,
        viewport: { width: 1280, height: 1000 },
        args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run"],
      });
      const page = editor.browser.pages()[0] ?? (await editor.browser.newPage());
      editor.page = page;
      page.setDefaultTimeout(LIMIT);
      await page.route((url) => url.hostname !== "127.0.0.1", (route) => route.abort());
      await page.goto(`${editor.address}/?folder=${encodeURIComponent(editor.folder)}`);
      await page.waitForSelector(".monaco-workbench .explorer-folders-view");
    } catch (error) {
      await editor.fail();
      await editor.close();
      throw error;
    }
    return editor;
  }

  machine(settings) {
    this.settings("Machine", settings);
  }

  user(settings) {
    this.userSettings = { ...this.userSettings, ...settings };
    this.settings("User", this.userSettings);
  }

  settings(kind, settings) {
    mkdirSync(join(this.data, kind), { recursive: true });
    writeFileSync(join(this.data, kind, "settings.json"), JSON.stringify(settings));
  }

  write(path, text) {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  read(path) {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /// Runs a command of the palette.
  async command(title) {
    await this.page.keyboard.press("F1");
    await this.page.locator(".quick-input-widget input[type=text]").fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  async show(file) {
    await this.page.dblclick(`.explorer-folders-view [aria-label^="${file}"]`);
    await this.page.locator(".tab.active", { hasText: file }).waitFor();
    await this.page.locator(".monaco-editor .view-line").first().waitFor();
  }

  async showProblems() {
    await this.command("Problems: Focus on Problems View");
  }

  squiggles() {
    return this.page.locator(".monaco-editor .squiggly-error");
  }

  async noSquiggle() {
    await until("end of the squiggles", async () => (await this.squiggles().count()) === 0);
  }

  /// The row of the panel with this text, or all of them.
  problem(text) {
    return this.page.locator(".markers-panel .monaco-list-row:has(.marker-source)", { hasText: text });
  }

  async problems(count) {
    await until(`list of ${count} problems`, async () => (await this.problem().count()) === count);
  }

  /// Writes a script that notes each of its starts and then does what `body` says.
  script(path, body) {
    const file = join(this.home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\necho "$$ $*" >> '${this.notes(path)}'\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  notes(path) {
    return join(this.home, `starts-of-${path.replaceAll("/", "-")}`);
  }

  /// The processes of a script that were started with this argument.
  started(path, argument) {
    if (!existsSync(this.notes(path))) return [];
    const starts = readFileSync(this.notes(path), "utf8").trim().split("\n").map((line) => line.split(" "));
    return starts.filter(([, first]) => first === argument).map(([process]) => Number(process));
  }

  /// Puts the cursor at a place, "line:column".
  async go(place) {
    await this.page.keyboard.press("Control+G");
    await this.page.locator(".quick-input-widget input[type=text]").fill(`:${place}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /// The place of the cursor as the status bar shows it, with what is selected.
  async place() {
    return (await this.page.locator("#status\\.editor\\.selection").innerText()).trim();
  }

  /// Opens the menu of the light bulb, which stays open; its items.
  async actions() {
    const items = this.page.locator(".action-widget .monaco-list-row.action");
    // A diagnostic that comes at this moment closes the menu.
    await until("menu of the light bulb", async () => {
      await this.page.keyboard.press("Control+.");
      return items.first().waitFor({ timeout: 2_000 }).then(() => true, () => false);
    });
    return items.allInnerTexts();
  }

  /// Saves the file that is edited and waits until it has this text.
  async save(file, text) {
    await this.page.keyboard.press("Control+S");
    await until("saved text", () => this.read(file) === text).catch((error) => {
      throw new Error(`${error.message} in ${file}, but\n${this.read(file)}`);
    });
  }

  notification(text) {
    return this.page.locator(".notification-list-item", { hasText: text }).first();
  }

  async fail() {
    mkdirSync(EVIDENCE, { recursive: true });
    await this.page?.screenshot({ path: join(EVIDENCE, `${this.name}.png`) }).catch(() => {});
    if (existsSync(join(this.data, "logs"))) cpSync(join(this.data, "logs"), join(EVIDENCE, `${this.name}-logs`), { recursive: true });
  }

  async close() {
    await this.browser?.close().catch(() => {});
    try {
      process.kill(-this.server.pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
  }
}

// --- tests

const FILES = { "app.py": PYTHON, "app.ts": TYPESCRIPT, "main.go": GO };
const MISSING = `Tripline does not start: there is no "tripline" in the path.`;

const TESTS = {
  async "findings are shown and fixed"(open) {
    const editor = await open({ files: FILES });
    await editor.show("app.py");
    await editor.squiggles().nth(1).waitFor();
    // The files that are not open are listed as well.
    await editor.showProblems();
    await editor.problems(CASES.length);
    let left = CASES.length;
    for (const { file, text, message, code, start, flagged, fix, from, to } of CASES) {
      const before = text ?? editor.read(file);
      await editor.show(file);
      await editor.squiggles().first().waitFor();
      const row = editor.problem(`[Ln ${start[0]}, Col ${start[1]}]`);
      const shown = (await row.innerText()).split("\n");
      expect("message", shown[0].startsWith(message) ? message : shown[0], message);
      expect("source and code", shown.slice(1, 3), ["tripline", code]);
      expect("link", await row.locator("a.monaco-link").getAttribute("href"), `https://tripline.dev/checks/${code}`);
      // A double click on the row selects what is flagged.
      await row.dblclick({ position: { x: 200, y: 10 } });
      const selected = new RegExp(`^Ln ${start[0]},.*\\(${flagged.length} selected\\)$`);
      await until(`selection ${selected}`, async () => selected.test(await editor.place()));
      await editor.page.locator(".monaco-editor [class*=lightbulb i]").first().waitFor();
      // VS Code adds its own to those of the selected text.
      const actions = await editor.actions();
      expect("first action", actions[0], fix);
      for (const place of ["on this line", "in this file"]) {
        const suppression = `Suppress \`${code}\` ${place}`;
        if (!actions.includes(suppression)) throw new Error(`no ${suppression} among ${actions.join(", ")}`);
      }
      await editor.page.keyboard.press("Enter");
      left -= 1;
      await editor.problems(left);
      await editor.save(file, before.replace(from, to));
    }
    await editor.noSquiggle();

    // The finding comes back with the text, and goes with it.
    await editor.show("app.py");
    await editor.go("12:1");
    await editor.page.keyboard.press("Control+Z");
    await editor.squiggles().first().waitFor();
    await editor.go("12:16");
    await editor.page.keyboard.type(".safe_load(text)  # ");
    await editor.noSquiggle();
  },

  async "safe fixes are applied when a file is saved"(open) {
    const editor = await open({
      files: FILES,
      user: { "editor.codeActionsOnSave": { "source.fixAll.tripline": "explicit" } },
    });
    await editor.show("app.py");
    await editor.squiggles().nth(1).waitFor();
    const fixed = CASES.filter(({ file }) => file === "app.py").reduce((text, { from, to }) => text.replace(from, to), PYTHON);
    await editor.save("app.py", fixed);
  },

  async "settings hold at once"(open) {
    const editor = await open({ files: { "app.py": PYTHON } });
    await editor.show("app.py");
    await editor.squiggles().nth(1).waitFor();
    editor.machine({ "tripline.severityThreshold": "critical" });
    await editor.noSquiggle();
    editor.machine({});
    await editor.squiggles().nth(1).waitFor();
    editor.machine({ "tripline.enabled": false });
    await editor.noSquiggle();
    editor.machine({});
    await editor.squiggles().nth(1).waitFor();
    expect("servers", editor.started("bin/tripline", "lsp").length, 1);
    // A faulty file of settings is shown in the file itself.
    await editor.showProblems();
    editor.write("tripline.toml", "severity-treshold = 'high'\n");
    await editor.problem("severity-treshold").waitFor();
    editor.write("tripline.toml", "severity-threshold = 'critical'\n");
    await editor.problems(0);
  },

  async "a server that ended is started again"(open) {
    const editor = await open({ files: FILES });
    const servers = () => editor.started("bin/tripline", "lsp");
    await editor.show("app.py");
    await editor.squiggles().nth(1).waitFor();
    await editor.command("Tripline: Restart the language server");
    await until("second server", () => servers().length === 2);
    await editor.squiggles().nth(1).waitFor();
    await until("end of the first server", () => !isAlive(servers()[0]));
    // It is started anew when it ends, until it has ended too often; then the command does so.
    for (let count = 2; count <= 6; count += 1) {
      await until(`server ${count}`, () => servers().length === count);
      await editor.squiggles().nth(1).waitFor();
      process.kill(servers()[count - 1], "SIGKILL");
    }
    await editor.notification("crashed 5 times").waitFor();
    await editor.command("Tripline: Restart the language server");
    await until("last server", () => servers().length === 7);
    await editor.squiggles().nth(1).waitFor();
  },

  async "a missing program is named"(open) {
    const editor = await open({ hasProgram: false, files: FILES });
    await editor.show("app.py");
    await editor.notification(MISSING).waitFor();
    expect("notifications", await editor.page.locator(".notification-list-item").count(), 1);
    const wrong = join(editor.home, "nowhere", "tripline");
    editor.machine({ "tripline.path": wrong });
    await editor.notification(`there is no ${wrong}`).waitFor();
    editor.machine({ "tripline.path": "/bin/echo" });
    await editor.notification("/bin/echo is not Tripline").waitFor();
    editor.machine({ "tripline.path": editor.folder });
    await editor.notification(`${editor.folder} is not a program that may be run`).waitFor();
    editor.machine({ "tripline.path": "~/bin/tripline" });
    await editor.squiggles().nth(1).waitFor();
  },

  async "an untrusted folder does not choose the program"(open) {
    const folder = { ...FILES, ".vscode/settings.json": JSON.stringify({ "tripline.path": "./tripline" }) };
    const editor = await open({ isTrusted: false, files: folder });
    editor.script("workspace/tripline", `exec '${PROGRAM}' "$@"`);
    await editor.page.waitForSelector('.explorer-folders-view [aria-label^="tripline"]');
    await editor.page.getByRole("button", { name: "No, I don't trust the authors" }).click();
    await editor.show("app.py");
    await editor.squiggles().nth(1).waitFor();
    expect("starts of the folder's program", editor.started("workspace/tripline", "--version").length, 0);
    // Once the folder is trusted, it does.
    await editor.command("Workspaces: Manage Workspace Trust");
    await editor.page.getByRole("button", { name: "Trust", exact: true }).first().click();
    await until("the folder's program", () => editor.started("workspace/tripline", "lsp").length === 1);
    await editor.show("app.py");
    await editor.squiggles().nth(1).waitFor();
    expect("messages", await editor.page.locator(".notification-list-item").allInnerTexts(), []);
  },
};

const wanted = process.argv.slice(2);
for (const [number, [title, test]] of Object.entries(TESTS).entries()) {
  if (wanted.length > 0 && !wanted.includes(String(number + 1))) continue;
  const editors = [];
  const begin = Date.now();
  try {
    await test(async (options) => {
      const editor = await Editor.open(`test-${number + 1}`, options);
      editors.push(editor);
      return editor;
    });
    console.log(`ok: ${title} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
  } catch (error) {
    console.error(`FAIL: ${title}: ${error.message}\nThe screen and the logs are in ${EVIDENCE}.`);
    process.exitCode = 1;
    for (const editor of editors) await editor.fail();
  }
  for (const editor of editors) await editor.close();
}

-- Run by neovim.sh: opens a file with a finding, waits for its diagnostic, applies the code action, compares the text.

local workspace = vim.env.WORKSPACE
local plugin = vim.env.PLUGIN

local vulnerable = {
  "import sqlite3",
  "",
  "",
  "def find_user(conn: sqlite3.Connection, email: str):",
  "    cursor = conn.cursor()",
  "    cursor.execute(f\"SELECT id FROM users WHERE email = '{email}'\")",
  "    return cursor.fetchone()",
}
local fixed_line = '    cursor.execute("SELECT id FROM users WHERE email = ?", (email,))'

local function fail(message)
  io.stderr:write("FAIL: " .. message .. "\n")
  vim.cmd("cquit 1")
end

-- The limit is for a test that hangs; what is waited for ends the wait at once.
local function wait(what, condition)
  if not vim.wait(60000, condition, 10) then
    fail("no " .. what)
  end
end

local function expect(what, actual, expected)
  if not vim.deep_equal(actual, expected) then
    fail(what .. ": " .. vim.inspect(actual) .. " instead of " .. vim.inspect(expected))
  end
end

-- The client that the lines of editors/neovim have started.
local function client_of(buffer)
  for _, client in pairs(vim.lsp.buf_get_clients(buffer)) do
    if client.name == "tripline" then
      return client
    end
  end
end

local function run()
  local path = workspace .. "/app.py"
  vim.fn.writefile(vulnerable, path)
  vim.cmd("luafile " .. vim.fn.fnameescape(plugin))
  vim.cmd("edit " .. vim.fn.fnameescape(path))
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].filetype = "python"
  wait("client", function() return client_of(buffer) end)

  wait("diagnostic", function() return #vim.diagnostic.get(buffer) == 1 end)
  local diagnostic = vim.diagnostic.get(buffer)[1]
  local code = diagnostic.code or vim.tbl_get(diagnostic, "user_data", "lsp", "code")
  expect("code", code, "sql-injection")
  expect("source", diagnostic.source, "tripline")
  expect("severity", diagnostic.severity, vim.diagnostic.severity.ERROR)
  expect("place", { diagnostic.lnum, diagnostic.col }, { 5, 19 })
  expect("end", { diagnostic.end_lnum, diagnostic.end_col }, { 5, #vulnerable[6] - 1 })

  -- As a user does it: the cursor on the finding, and the first quick fix chosen from the menu. How an item of the menu
  -- looks differs from version to version.
  vim.api.nvim_win_set_cursor(0, { 6, 22 })
  vim.ui.select = function(items, _, choose)
    for index, item in ipairs(items) do
      local action = item.action or item[2]
      if action.kind == "quickfix" then
        return choose(item, index)
      end
    end
    fail("no quick fix in " .. vim.inspect(items))
  end
  vim.lsp.buf.code_action()
  wait("fixed text", function() return vim.api.nvim_buf_get_lines(buffer, 5, 6, true)[1] == fixed_line end)
  wait("end of the diagnostic", function() return #vim.diagnostic.get(buffer) == 0 end)

  local expected = vim.deepcopy(vulnerable)
  expected[6] = fixed_line
  expect("text", vim.api.nvim_buf_get_lines(buffer, 0, -1, true), expected)
  vim.cmd("silent write")
  expect("file", vim.fn.readfile(path), expected)

  -- The finding comes back with the text. A command fixes it before the file is written.
  vim.api.nvim_buf_set_lines(buffer, 5, 6, true, { vulnerable[6] })
  wait("diagnostic after an edit", function() return #vim.diagnostic.get(buffer) == 1 end)
  vim.cmd("TriplineFixAll")
  vim.cmd("silent write")
  expect("file after the command", vim.fn.readfile(path), expected)

  vim.lsp.stop_client(client_of(buffer).id)
  wait("end of the server", function() return #vim.lsp.buf_get_clients(buffer) == 0 end)

  local version = vim.version()
  print(("ok: Neovim %d.%d.%d"):format(version.major, version.minor, version.patch))
  vim.cmd("qall!")
end

local ok, problem = pcall(run)
if not ok then
  fail(tostring(problem))
end

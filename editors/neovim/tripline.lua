-- Starts Tripline for the languages that it reads. Works with Neovim 0.7 and newer.

local filetypes = {
  "python",
  "javascript",
  "javascriptreact",
  "typescript",
  "typescriptreact",
  "go",
  "rust",
}
local markers = { "tripline.toml", ".git" }

-- How long a server may take to answer, in milliseconds.
local patience = 5000

-- Asks a server and waits: what is written right after must have the answer in it.
local function ask(client, buffer, method, params)
  local answer
  if vim.fn.has("nvim-0.11") == 1 then
    answer = client:request_sync(method, params, patience, buffer)
  else
    answer = client.request_sync(method, params, patience, buffer)
  end
  return answer and answer.result
end

local function clients_of(buffer)
  if vim.lsp.get_clients then
    return vim.lsp.get_clients({ bufnr = buffer })
  end
  return vim.lsp.buf_get_clients(buffer)
end

local function fix_all()
  local buffer = vim.api.nvim_get_current_buf()
  local start = { line = 0, character = 0 }
  for _, client in pairs(clients_of(buffer)) do
    if client.name == "tripline" then
      local actions = ask(client, buffer, "textDocument/codeAction", {
        textDocument = { uri = vim.uri_from_bufnr(buffer) },
        range = { start = start, ["end"] = start },
        context = { only = { "source.fixAll.tripline" }, diagnostics = {} },
      })
      local action = actions and actions[1]
      if action and not action.edit then
        action = ask(client, buffer, "codeAction/resolve", action)
      end
      if action and action.edit then
        vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      end
    end
  end
end

vim.api.nvim_create_user_command("TriplineFixAll", fix_all, { desc = "Apply all safe fixes of Tripline" })

if vim.fn.has("nvim-0.11") == 1 then
  vim.lsp.config("tripline", {
    cmd = { "tripline", "lsp" },
    filetypes = filetypes,
    root_markers = markers,
    init_options = vim.g.tripline,
  })
  vim.lsp.enable("tripline")
  return
end

-- The folder of the file or the nearest one above that has a marker; nil for a file that stands alone.
local function root(path)
  local folder = vim.fn.fnamemodify(path, ":p:h")
  while true do
    for _, marker in ipairs(markers) do
      local candidate = folder .. "/" .. marker
      if vim.fn.filereadable(candidate) == 1 or vim.fn.isdirectory(candidate) == 1 then
        return folder
      end
    end
    local parent = vim.fn.fnamemodify(folder, ":h")
    if parent == folder then
      return nil
    end
    folder = parent
  end
end

local clients = {}

vim.api.nvim_create_autocmd("FileType", {
  pattern = filetypes,
  callback = function(event)
    local config = {
      name = "tripline",
      cmd = { "tripline", "lsp" },
      root_dir = root(vim.api.nvim_buf_get_name(event.buf)),
      init_options = vim.g.tripline,
    }
    if vim.lsp.start then
      vim.lsp.start(config, { bufnr = event.buf })
      return
    end
    local key = config.root_dir or ""
    if not clients[key] or vim.lsp.client_is_stopped(clients[key]) then
      clients[key] = vim.lsp.start_client(config)
    end
    vim.lsp.buf_attach_client(event.buf, clients[key])
  end,
})

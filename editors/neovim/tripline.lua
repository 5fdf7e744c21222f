-- Starts Tripline for the languages that it reads. Works with Neovim 0.7 and newer.

local filetypes = {
  "python",
  "javascript",
  "javascriptreact",
  "typescript",
  "typescriptreact",
  "go",
}
local markers = { "tripline.toml", ".git" }

if vim.fn.has("nvim-0.11") == 1 then
  vim.lsp.config("tripline", {
    cmd = { "tripline", "lsp" },
    filetypes = filetypes,
    root_markers = markers,
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

//! Python code of a given length that looks like a service: routes, queries, classes, helpers; and workspaces of it.

use std::fmt::Write;
use std::path::PathBuf;

use tripline_syntax::Language;

const LINES_A_FILE: usize = 500;
const FILES_A_PACKAGE: usize = 20;

/// About `lines` lines of code; the same for the same seed.
pub(crate) fn python(lines: usize, seed: u64) -> String {
    let mut random = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut text = String::from(
        "\"\"\"A service.\"\"\"\nimport json\nimport logging\nimport sqlite3\nfrom flask import Flask, abort, jsonify, request\n\n\
         app = Flask(__name__)\nlog = logging.getLogger(__name__)\nTABLE = \"users\"\nALLOWED = {\"name\", \"email\", \"age\"}\n\n\n",
    );
    let mut index = 0;
    while text.lines().count() < lines {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        block(&mut text, (random >> 33) % 8, index);
        index += 1;
    }
    text
}

/// About `lines` lines of a service in another language.
pub(crate) fn service(language: Language, lines: usize) -> String {
    let (head, block) = match language {
        Language::Python => return python(lines, 1),
        Language::JavaScript | Language::TypeScript | Language::Tsx => {
            (JAVASCRIPT_HEAD, JAVASCRIPT)
        }
        Language::Go => (GO_HEAD, GO),
        Language::Rust => (RUST_HEAD, RUST),
    };
    let mut text = String::from(head);
    let mut index = 0;
    while text.lines().count() < lines {
        text.push_str(&block.replace("INDEX", &index.to_string()));
        index += 1;
    }
    text
}

const JAVASCRIPT_HEAD: &str = "const express = require(\"express\");\nconst { Pool } = require(\"pg\");\n\nconst app = express();\nconst pool = new Pool();\n\n";

const JAVASCRIPT: &str = r#"class RepositoryINDEX {
  constructor(client) {
    this.client = client;
    this.cache = new Map();
  }

  async get(key) {
    // cached
    if (this.cache.has(key)) {
      return this.cache.get(key);
    }
    const { rows } = await this.client.query("SELECT * FROM users WHERE id = $1", [key]);
    this.cache.set(key, rows[0]);
    return rows[0];
  }
}

async function findINDEX(client, name) {
  const { rows } = await client.query("SELECT * FROM users WHERE name = '" + name + "'");
  return rows.map((row) => ({ name: row.name, label: `${row.name} (${row.id})` }));
}

function totalINDEX(values, factor = 1.5) {
  let result = 0;
  for (const value of values) {
    if (value === null) {
      continue;
    }
    result += value * factor;
  }
  console.log("total", result);
  return { sum: result, average: result / Math.max(values.length, 1) };
}

app.get("/itemINDEX", async (req, res) => {
  // look one item up
  const { rows } = await pool.query("SELECT name FROM users WHERE id = $1", [req.query.id]);
  if (rows.length === 0) {
    return res.sendStatus(404);
  }
  res.json({ name: rows[0].name, total: totalINDEX([1, 2, 3]) });
});

"#;

const GO_HEAD: &str = "package service\n\nimport (\n\t\"database/sql\"\n\t\"encoding/json\"\n\t\"log\"\n\t\"net/http\"\n)\n\n";

const GO: &str = r#"// RepositoryINDEX reads and writes.
type RepositoryINDEX struct {
	db    *sql.DB
	cache map[string]string
}

// Get looks one name up.
func (r *RepositoryINDEX) Get(key string) (string, error) {
	if name, ok := r.cache[key]; ok {
		return name, nil
	}
	var name string
	if err := r.db.QueryRow("SELECT name FROM users WHERE id = $1", key).Scan(&name); err != nil {
		return "", err
	}
	r.cache[key] = name
	return name, nil
}

func findINDEX(db *sql.DB, name string) (*sql.Rows, error) {
	return db.Query("SELECT * FROM users WHERE name = '" + name + "'")
}

func totalINDEX(values []float64, factor float64) float64 {
	result := 0.0
	for _, value := range values {
		if value < 0 {
			continue
		}
		result += value * factor
	}
	log.Println("total", result)
	return result
}

func itemINDEX(db *sql.DB) http.HandlerFunc {
	repository := &RepositoryINDEX{db: db, cache: map[string]string{}}
	return func(w http.ResponseWriter, r *http.Request) {
		name, err := repository.Get(r.FormValue("id"))
		if err != nil {
			http.Error(w, "not found", http.StatusNotFound)
			return
		}
		json.NewEncoder(w).Encode(map[string]any{"name": name, "total": totalINDEX([]float64{1, 2}, 1.5)})
	}
}

"#;

const RUST_HEAD: &str = "use axum::Json;\nuse axum::extract::Query;\nuse rusqlite::Connection;\nuse std::collections::HashMap;\n\n";

const RUST: &str = r#"/// Reads and writes.
pub struct RepositoryINDEX {
    connection: Connection,
    cache: HashMap<String, String>,
}

impl RepositoryINDEX {
    /// Looks one name up.
    pub fn get(&mut self, key: &str) -> rusqlite::Result<String> {
        if let Some(name) = self.cache.get(key) {
            return Ok(name.clone());
        }
        let sql = "SELECT name FROM users WHERE id = ?1";
        let name: String = self.connection.query_row(sql, [key], |row| row.get(0))?;
        self.cache.insert(key.to_owned(), name.clone());
        Ok(name)
    }
}

fn find_INDEX(connection: &Connection, name: &str) -> rusqlite::Result<usize> {
    connection.execute(&format!("DELETE FROM users WHERE name = '{name}'"), [])
}

fn total_INDEX(values: &[f64], factor: f64) -> f64 {
    let mut result = 0.0;
    for value in values {
        if *value < 0.0 {
            continue;
        }
        result += value * factor;
    }
    log::debug!("total {result}");
    result
}

async fn item_INDEX(Query(id): Query<String>) -> Json<Vec<String>> {
    let connection = Connection::open("app.db").unwrap();
    let mut repository = RepositoryINDEX { connection, cache: HashMap::new() };
    let name = repository.get(&id).unwrap_or_default();
    Json(vec![name, format!("{}", total_INDEX(&[1.0, 2.0], 1.5))])
}

"#;

/// The files of a workspace of about `lines` lines: packages of files that call each other, data of requests among the
/// arguments.
pub(crate) fn workspace(lines: usize) -> Vec<(PathBuf, String)> {
    let count = lines.div_ceil(LINES_A_FILE);
    let file = |index: usize| {
        let (package, place) = (index / FILES_A_PACKAGE, index % FILES_A_PACKAGE);
        let last = (count - package * FILES_A_PACKAGE).min(FILES_A_PACKAGE);
        let next = (place + 1) % last;
        let mut text = python(LINES_A_FILE - 20, index as u64 + 2);
        let query = if index % 10 == 3 {
            "f\"SELECT * FROM users WHERE name = '{key}'\""
        } else {
            "\"SELECT * FROM users WHERE name = ?\", (key,)"
        };
        let written = write!(
            text,
            "from .module_{next} import lookup_{next}\n\n\ndef lookup_{place}(conn, key):\n    # other files call it\n    \
             if not key:\n        return None\n    return conn.execute({query}).fetchone()\n\n\n\
             @app.route(\"/joined{place}\")\ndef joined_{place}():\n    # looks up elsewhere\n    \
             conn = sqlite3.connect(\"app.db\")\n    return jsonify(lookup_{next}(conn, request.args.get(\"key\")))\n"
        );
        written.expect("writing to a string succeeds");
        (
            PathBuf::from(format!("package_{package}/module_{place}.py")),
            text,
        )
    };
    (0..count).map(file).collect()
}

fn block(text: &mut String, kind: u64, index: usize) {
    let written = match kind {
        0 => write!(
            text,
            "@app.route(\"/item{index}\")\ndef item_{index}():\n    # look one item up\n    item_id = request.args.get(\"id\")\n    \
             conn = sqlite3.connect(\"app.db\")\n    cursor = conn.cursor()\n    cursor.execute(\"SELECT name FROM users WHERE id = ?\", (item_id,))\n    \
             row = cursor.fetchone()\n    if row is None:\n        abort(404)\n    return jsonify({{\"name\": row[0]}})\n\n\n"
        ),
        1 if index % 12 == 1 => write!(
            text,
            "def find_{index}(conn, name):\n    # the vulnerable one\n    cursor = conn.cursor()\n    \
             cursor.execute(f\"SELECT * FROM {{TABLE}} WHERE name = '{{name}}'\")\n    return cursor.fetchall()\n\n\n"
        ),
        2 => write!(
            text,
            "class Repository{index}:\n    \"\"\"Reads and writes.\"\"\"\n\n    def __init__(self, path):\n        # keep the connection\n        \
             self.conn = sqlite3.connect(path)\n        self.cache = {{}}\n\n    def get(self, key):\n        # cached\n        \
             if key in self.cache:\n            return self.cache[key]\n        \
             row = self.conn.execute(\"SELECT * FROM users WHERE id = ?\", (key,)).fetchone()\n        \
             self.cache[key] = row\n        return row\n\n    def sorted_by(self, column):\n        # an allow-list guards\n        \
             if column not in ALLOWED:\n            raise ValueError(column)\n        \
             return self.conn.execute(\"SELECT * FROM users ORDER BY \" + column).fetchall()\n\n\n"
        ),
        3 | 4 => write!(
            text,
            "def total_{index}(values, factor=1.5):\n    # sums and averages\n    result = 0\n    for position, value in enumerate(values):\n        \
             if value is None:\n            continue\n        result += value * factor\n        log.debug(\"at %s: %s\", position, result)\n    \
             average = result / max(len(values), 1)\n    return {{\"sum\": result, \"average\": average, \"items\": [v for v in values if v]}}\n\n\n"
        ),
        5 => write!(
            text,
            "def load_{index}(path):\n    # reads a file\n    try:\n        with open(path, encoding=\"utf-8\") as handle:\n            \
             data = json.load(handle)\n    except (OSError, ValueError) as error:\n        log.warning(\"cannot read %s: %s\", path, error)\n        \
             return None\n    return {{key: str(value).strip() for key, value in data.items()}}\n\n\n"
        ),
        _ => write!(
            text,
            "def render_{index}(user, items):\n    # builds text\n    lines = []\n    for item in items:\n        \
             title = item.get(\"title\", \"untitled\")\n        lines.append(f\"{{title}} by {{user}}\")\n    \
             header = \"Report for %s\" % user\n    return header + \"\\n\" + \"\\n\".join(lines)\n\n\n"
        ),
    };
    written.expect("writing to a string succeeds");
}

/// Where in the generated text something is typed.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    /// At the end of a line with a comment.
    AfterComment,
    /// Between the sign of a comment and its text.
    InComment,
    /// At the end of a statement that returns something.
    AfterReturn,
    /// At the start of a string among arguments.
    InString,
}

impl Place {
    /// The `index`-th of these places in a text.
    pub(crate) fn find(self, text: &str, index: usize) -> usize {
        let mark = match self {
            Place::AfterComment | Place::InComment => "    # ",
            Place::AfterReturn => "    return ",
            Place::InString => "(\"",
        };
        let places: Vec<usize> = text
            .match_indices(mark)
            .map(|(start, _)| start + mark.len())
            .collect();
        let place = places[index % places.len()];
        let line = text[place..].find('\n').unwrap_or_default();
        match self {
            Place::AfterComment | Place::AfterReturn => place + line,
            Place::InComment | Place::InString => place,
        }
    }
}

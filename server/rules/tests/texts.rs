//! What is found in texts that are no programs.

use tripline_rules::{Confidence, Finding, Rules, scan_text};

/// The findings as `line: masked text`, those of low confidence marked.
fn shown(path: &str, text: &str) -> Vec<String> {
    let show = |finding: &Finding| {
        let line = text[..finding.span.start as usize].matches('\n').count() + 1;
        let low = if finding.confidence == Confidence::Low {
            " (low)"
        } else {
            ""
        };
        format!("{line}: {}{low}", &text[finding.span.range()])
    };
    let found = scan_text(text, Some(path), Rules::builtin());
    found.iter().map(show).collect()
}

#[test]
fn settings_with_a_telling_name_are_found_in_every_format() {
    for (path, text) in [
        (".env", "DB_HOST=db\nDB_PASSWORD=gr33n-Kettle-42\n"),
        (
            ".env.production",
            "A=1\nexport DB_PASSWORD='gr33n-Kettle-42'\n",
        ),
        ("deploy/app.yaml", "db:\n  password: gr33n-Kettle-42\n"),
        (
            "deploy/app.yaml",
            "db:\n  password: \"gr33n-Kettle-42\" # the old one\n",
        ),
        (
            "docker-compose.yml",
            "environment:\n  - DB_PASSWORD=gr33n-Kettle-42\n",
        ),
        (
            "docker-compose.yml",
            "environment:\n  DB_PASSWORD: gr33n-Kettle-42\n",
        ),
        (
            "k8s.yaml",
            "- name: DB_PASSWORD\n  value: gr33n-Kettle-42\n",
        ),
        (
            "config.json",
            "{\"host\": \"db\",\n \"dbPassword\": \"gr33n-Kettle-42\"}\n",
        ),
        (
            "task.json",
            "[\n{\"name\": \"DB_PASSWORD\", \"value\": \"gr33n-Kettle-42\"}]\n",
        ),
        ("config.toml", "[db]\npassword = \"gr33n-Kettle-42\"\n"),
        (
            "app.properties",
            "db.host=db\ndb.password=gr33n-Kettle-42\n",
        ),
        ("app.ini", "[db]\npassword = gr33n-Kettle-42\n"),
        (
            "Dockerfile",
            "FROM x\nENV DB_PASSWORD=gr33n-Kettle-42 DEBUG=1\n",
        ),
        ("Dockerfile", "FROM x\nENV DB_PASSWORD gr33n-Kettle-42\n"),
        (
            "api.dockerfile",
            "FROM x\nARG DB_PASSWORD=gr33n-Kettle-42\n",
        ),
        ("run.sh", "set -e\nDB_PASSWORD=gr33n-Kettle-42 ./migrate\n"),
        ("run.sh", "set -e\nmysql --password=gr33n-Kettle-42 shop\n"),
        (
            "main.tf",
            "resource \"db\" \"a\" {\n  password = \"gr33n-Kettle-42\"\n}\n",
        ),
        (
            "main.tf",
            "variable \"db_password\" {\n  default = \"gr33n-Kettle-42\"\n}\n",
        ),
        (
            "web.xml",
            "<db>\n<password>gr33n-Kettle-42</password></db>\n",
        ),
        (
            "web.xml",
            "<a>\n<property name=\"db.password\" value=\"gr33n-Kettle-42\"/></a>\n",
        ),
        (
            "pip.conf",
            "[global]\nindex-url = https://ci:gr33n-Kettle-42@pkg.acme.io/simple\n",
        ),
    ] {
        assert_eq!(shown(path, text), ["2: gr33n-Kettle-42"], "{path}: {text}");
    }
    let key = "api:\n  authorization: Bearer q7Zt2mBv9Lk4Wx1cQ\n";
    assert_eq!(shown("a.yml", key), ["2: Bearer q7Zt2mBv9Lk4Wx1cQ"]);
}

#[test]
fn settings_that_refer_to_a_secret_or_stand_for_one_are_none() {
    let text = "\
password: ${DB_PASSWORD}
password: $DB_PASSWORD_1
password: <your password 1>
password: {{ .Values.db.password1 }}
password: '{{ vault_db_password_1 }}'
password: !Ref DbPassword1
password: !vault |
password: vault:secret/data/db#password1
password: ENC[AES256_GCM,data:8Zt1xVw93LmPk7RbN2s=,type:str]
password: changeme123
password: your-password-1
password: xxxxxxxx1
password: '********1'
password: postgres
password: mysecretpassword
passwordFile: /run/secrets/db_password_1
existingSecret: redis-auth-1
tls_secret: acme-tls-01
secretName: my-secret-1
# password: gr33n-Kettle-42
// token: q7Zt2mBv9Lk4Wx1c
token_url: https://login.acme.io/oauth/token1
api_key: env:API_KEY_1
auth-token: $(cat /run/token1)
fetchToken: sha256:7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730
password_min_length: 1234567890
Password: Passwort 2 eingeben
url: https://user:pass@acme.io
url: https://user:gr33n-Kettle-42@localhost:8080
url: https://user:gr33n-Kettle-42@db.example.com
url: https://user:${PASSWORD1}@acme.io
image: acme/token:v1.2.3
valueFrom: {secretKeyRef: {name: db-1, key: password1}}
";
    assert_eq!(shown("app.yaml", text), Vec::<String>::new());
    let json = "{\"password\": \"Mot de passe 1\", \"token\": \"access-token\", \"apiKey\": null}";
    assert_eq!(shown("app.json", json), Vec::<String>::new());
    let terraform = "password = var.db_password_1\ntoken = data.vault.x[\"k1\"]\n";
    assert_eq!(shown("main.tf", terraform), Vec::<String>::new());
    let shell = "PASSWORD=$1\nPASSWORD=\"$2\"\nTOKEN=`get 12345678`\nif [ \"$token\" == \"q7Zt2mBv9L\" ]; then\n";
    assert_eq!(shown("run.sh", shell), Vec::<String>::new());
}

#[test]
fn samples_and_translations_hold_no_settings_and_tests_count_less() {
    let text = "DB_PASSWORD=gr33n-Kettle-42\n";
    for path in [
        ".env.example",
        ".env.sample",
        "env.template",
        "config/locales/de.yml",
        "src/i18n/en.json",
        "README.txt",
        "Main.java",
    ] {
        assert_eq!(shown(path, text), Vec::<String>::new(), "{path}");
    }
    assert_eq!(shown("tests/app.env", text), ["1: gr33n-Kettle-42 (low)"]);
    assert_eq!(shown(".env.test", text), ["1: gr33n-Kettle-42 (low)"]);
    let low = ["1: gr33n-Kettle-42 (low)"];
    assert_eq!(shown("integration-tests/app.env", text), low);
    assert_eq!(shown("config/demo_app.env", text), low);
    let address = "url: postgres://ci:gr33n-Kettle-42@localhost:5432/shop\n";
    assert_eq!(shown(".github/workflows/ci.yml", address), low);
    let address = "url: postgres://shop:gr33n-Kettle-42@db.acme.io/shop\n";
    assert_eq!(shown("deploy.yml", address), ["1: gr33n-Kettle-42"]);
}

#[test]
fn no_text_of_a_finding_shows_the_value_of_a_setting() {
    let found = scan_text(
        "DB_PASSWORD=gr33n-Kettle-42\n",
        Some(".env"),
        Rules::builtin(),
    );
    let finding = &found[0];
    assert_eq!(finding.message, "value of DB_PASSWORD in the source");
    assert!(!format!("{} {}", finding.message, finding.help).contains("Kettle"));
    assert_eq!(finding.secrets, [finding.span]);
    assert!(finding.fixes.is_empty());
}

#[test]
fn a_token_says_more_than_the_name_of_its_setting() {
    let body = "Qx8Df3kLmQ2wXz7RtVb4nPcYh1JgUaEo9sTi";
    let text = format!("GOOGLE_API_KEY=AIza{}\n", &body[..35]);
    let found = scan_text(&text, Some(".env"), Rules::builtin());
    let messages: Vec<&str> = found.iter().map(|finding| &*finding.message).collect();
    assert_eq!(messages, ["Google API key in the source"]);
}

/// A notebook of a code cell with these lines of JSON strings, a text and an output.
fn notebook(lines: &str, text: &str, output: &str) -> String {
    format!(
        "{{\"cells\": [\n  {{\"cell_type\": \"markdown\", \"source\": [\"{text}\"]}},\n  \
         {{\"cell_type\": \"code\", \"source\": [\n{lines}\n  ],\n  \"outputs\": [\n    \
         {{\"output_type\": \"stream\", \"text\": [\"{output}\"]}},\n    \
         {{\"output_type\": \"display_data\", \"data\": {{\"image/png\": \"{output}\"}}}}\n  ]}}\n],\n\
         \"metadata\": {{\"language_info\": {{\"name\": \"python\"}}}}, \"nbformat\": 4}}\n"
    )
}

#[test]
fn the_code_of_a_notebook_is_a_program() {
    let lines = "\"%pip install psycopg2\\n\",\n\"import os\\n\",\n\"API_KEY = \\\"sk-live-4f8a9c1e7b\\\"\\n\",\n\
                 \"name = 'caf\\u00e9'; password = 'gr33n-Kettle-42'\"";
    let text = notebook(lines, "Set API_KEY = 1", "ok");
    assert_eq!(
        shown("analysis.ipynb", &text),
        ["6: \\\"sk-live-4f8a9c1e7b\\\"", "7: 'gr33n-Kettle-42'"]
    );
    let found = scan_text(&text, Some("analysis.ipynb"), Rules::builtin());
    let secrets: Vec<&str> = found
        .iter()
        .flat_map(|finding| &finding.secrets)
        .map(|span| &text[span.range()])
        .collect();
    assert_eq!(secrets, ["sk-live-4f8a9c1e7b", "gr33n-Kettle-42"]);
    assert!(found.iter().all(|finding| finding.fixes.is_empty()));
    let other = text.replace("\"python\"", "\"R\"");
    assert_eq!(shown("analysis.ipynb", &other), Vec::<String>::new());
}

#[test]
fn tokens_are_found_in_texts_and_outputs_of_a_notebook() {
    let body = "Qx8Df3kLmQ2wXz7RtVb4nPcYh1JgUaEo9sTi";
    let token = format!("AIza{}", &body[..35]);
    let output = format!("key:\\n{token}\\n");
    let text = notebook("\"x = 1\"", &format!("# Key\\n{token}"), &output);
    assert_eq!(
        shown("analysis.ipynb", &text),
        [format!("2: {token}"), format!("7: {token}")]
    );
    let found = scan_text(&text, Some("analysis.ipynb"), Rules::builtin());
    assert_ne!(found[0].fingerprint, found[1].fingerprint);
    let in_tests = shown("tests/analysis.ipynb", &text);
    assert_eq!(in_tests[0], format!("2: {token} (low)"));
}

#[test]
fn a_notebook_that_is_half_written_is_a_text() {
    let body = "Qx8Df3kLmQ2wXz7RtVb4nPcYh1JgUaEo9sTi";
    let token = format!("AIza{}", &body[..35]);
    for text in [
        format!("{{\"cells\": [{{\"source\": \"{token}"),
        format!("{{\"cells\": {{\"a\": \"{token}\"}}}}"),
        format!("{}{token}", "[".repeat(100_000)),
    ] {
        assert_eq!(shown("analysis.ipynb", &text), [format!("1: {token}")]);
    }
}

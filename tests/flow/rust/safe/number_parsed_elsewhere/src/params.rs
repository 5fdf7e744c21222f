use std::collections::HashMap;

pub fn limit(query: &HashMap<String, String>) -> u32 {
    query.get("limit").and_then(|text| text.parse().ok()).unwrap_or(50)
}

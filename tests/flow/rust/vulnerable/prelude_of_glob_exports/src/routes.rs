use axum::extract::{Query, State};
use std::{collections::HashMap, sync::Arc};
use tokio_postgres::Client;

use crate::prelude::*;

pub async fn load(State(client): State<Arc<Client>>, Query(query): Query<HashMap<String, String>>) -> String {
    let host = query.get("host").cloned().unwrap_or_default();
    load_of(&client, &host).await.map_or_else(|error| error.to_string(), |load| load.to_string())
}

use rusqlite::{Connection, Transaction};

pub fn in_transaction(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    work(&transaction)?;
    transaction.commit()
}

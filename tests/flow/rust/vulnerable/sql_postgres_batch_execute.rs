use postgres::Transaction;

pub fn notify(work: &mut Transaction<'_>, reason: &str) -> Result<(), postgres::Error> {
    work.batch_execute(&format!("INSERT INTO notices (reason) VALUES ('{reason}')")) // expect: sql-injection
}

use sea_orm::entity::prelude::*;
use sea_query::Expr;

pub fn matching(term: &str) -> Select<cake::Entity> {
    cake::Entity::find().filter(Expr::cust(format!("name LIKE '%{term}%'"))) // expect: sql-injection
}

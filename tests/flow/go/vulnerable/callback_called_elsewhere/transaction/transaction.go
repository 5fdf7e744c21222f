package transaction

import "database/sql"

// Run runs work in a transaction.
func Run(store *sql.DB, work func(tx *sql.Tx) error) error {
	tx, err := store.Begin()
	if err != nil {
		return err
	}
	if err := work(tx); err != nil {
		return tx.Rollback()
	}
	return tx.Commit()
}

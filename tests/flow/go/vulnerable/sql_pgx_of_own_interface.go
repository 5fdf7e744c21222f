package orders

import (
	"context"

	"example.com/shop/storage"
	"github.com/jackc/pgx/v5"
)

func Find(ctx context.Context, store storage.Reader, number string) (pgx.Rows, error) {
	return store.Query(ctx, "SELECT * FROM orders WHERE number = '"+number+"'") // expect: sql-injection
}

module example.com/products

go 1.22

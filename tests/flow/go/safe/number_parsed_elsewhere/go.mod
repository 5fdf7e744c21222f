module example.com/number

go 1.22

module example.com/criteria

go 1.22

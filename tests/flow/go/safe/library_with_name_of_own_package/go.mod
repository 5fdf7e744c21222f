module example.com/vendorless

go 1.22

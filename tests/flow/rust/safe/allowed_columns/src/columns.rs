pub const SORTABLE: [&str; 3] = ["month", "region", "total"];

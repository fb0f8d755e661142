package diag

// Faults of index, shard and site; codes S….
var siteEntries = []Entry{}

package diag

// Faults of the archive folder: config and registers; codes A….
var archiveEntries = []Entry{}

package diag

// Faults of read (読込); codes R….
var readEntries = []Entry{}

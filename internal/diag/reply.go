package diag

// Faults of parsing replies (答申); codes P2….
var replyEntries = []Entry{}

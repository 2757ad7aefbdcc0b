// Opens the library's files while the page's own script is still on its way: of a large library that takes as long as
// the script itself. What is asked here is not used.
void indexedDB.databases().catch(() => {});

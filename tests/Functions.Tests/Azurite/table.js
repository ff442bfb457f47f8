// Azurite's table service for the tests that started this: when they are gone, however they ended, so is it.
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
require('azurite/dist/src/table/main.js');

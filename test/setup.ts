// Before each test file: chance is the same in every run, so that a failure can be seen again.
import fc from 'fast-check';

fc.configureGlobal({ seed: 411_512 });

// Starts the parsing thread. Plain JavaScript, because a thread does not inherit the loader that lets the program run TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');

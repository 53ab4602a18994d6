// The door of the thread that reads one advice: plain JavaScript that lets the thread run TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');

// Before each test file: chance is the same in every run, so that a failure can be seen again. After it: what the next file of the
// same worker would find changed is red here, where it was changed.
import fc from 'fast-check';
import { afterAll, expect, vi } from 'vitest';

fc.configureGlobal({ seed: 411_512 });

const before = { added: added(), env: { ...process.env }, folder: process.cwd(), fetch: globalThis.fetch };

/** What every array and every object would show as its own. */
function added(): string[] {
  const names: string[] = [];
  for (const key in []) names.push(`Array.prototype.${key}`);
  for (const key in {}) names.push(`Object.prototype.${key}`);
  return names;
}

/** The names alone: what the environment holds is not for a report. */
function changed(): string[] {
  const { env } = process;
  return [
    ...added().filter((name) => !before.added.includes(name)),
    ...Object.keys({ ...before.env, ...env }).filter((name) => before.env[name] !== env[name]),
    ...(process.cwd() === before.folder ? [] : ['the folder']),
    ...(globalThis.fetch === before.fetch ? [] : ['fetch']),
    ...(vi.isFakeTimers() ? ['the clock'] : []),
  ];
}

afterAll(() => expect(changed()).toEqual([]));

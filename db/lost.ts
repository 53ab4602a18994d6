// Keeps a broken connection from breaking the program: two defects of postgres.js 3.4.9 are kept out of reach here.
import { setImmediate as turn } from 'node:timers/promises';
import { fault } from '../sync/fault/index.ts';
import { StoreFault } from './failure.ts';

/**
 * Runs a transaction that `begin` opens, so that a connection lost in the middle rejects it and does nothing else.
 *
 * postgres.js rejects `begin` then, but still sends the ROLLBACK or COMMIT, and whatever the work asks next, to the socket
 * that is gone; that throws outside of every promise and ends the process (porsager/postgres #1154, #1208). So once the
 * connection is lost the work is refused every further query, and postgres.js never learns that it ended.
 */
export function surviving<S extends object, T>(
  begin: (work: (tx: S) => Promise<T>) => Promise<T>,
  work: (tx: S) => Promise<T>,
): Promise<T> {
  let lost = false;
  const refuse = () => {
    if (lost) throw new StoreFault(fault('store-unreachable'));
  };
  const outcome = begin(async (tx) => {
    const guarded = new Proxy(tx, {
      get(target, name) {
        refuse();
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
      apply(target, self, args) {
        refuse();
        return Reflect.apply(target as (...args: unknown[]) => unknown, self, args);
      },
    });
    try {
      const result = await work(guarded);
      return lost ? never<T>() : result;
    } catch (error) {
      // The loss is told to `begin` in the same turn in which the query fails; let it arrive first.
      await turn();
      if (lost) return never<T>();
      throw error;
    }
  });
  outcome.catch(() => {
    lost = true;
  });
  return outcome;
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}

// Connections for transactions, renewed as a whole when one of them broke.
import { type Client, connect, type Db, databaseOf } from './connection.ts';
import { classOf, translated } from './failure.ts';
import { surviving } from './lost.ts';

export type Pool = {
  /** Runs work in one transaction; a failure of the surroundings is thrown as a StoreFault. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** Lets running transactions end for a moment, then closes every connection. */
  close(): Promise<void>;
};

const CONNECTIONS = 10;
const CLOSE_SECONDS_MAX = 10;
/** How long transactions on sound connections may go on after another connection broke. */
const RETIRE_SECONDS_MAX = 120;

/**
 * No connection is made before the first transaction.
 * postgres.js goes on using a connection that broke while it was written to, and then sends nothing any more (its write
 * timer stays set); so after a loss everyone new gets a new pool, and the old one is closed when its work is done.
 */
export function openPool(url: string): Pool {
  const open = () => connect(url, { max: CONNECTIONS, connection: { application_name: 'lettrage' } });
  let client = open();
  let db = databaseOf(client);
  const renew = (used: Client) => {
    if (used !== client) return;
    client = open();
    db = databaseOf(client);
    used.end({ timeout: RETIRE_SECONDS_MAX }).catch(() => {});
  };
  return {
    async transaction(work) {
      const used = client;
      const through = db;
      try {
        return await surviving((run) => through.transaction((tx) => run(tx)), work);
      } catch (error) {
        if (classOf(error) === 'lost') renew(used);
        throw translated(error);
      }
    },
    close: () => client.end({ timeout: CLOSE_SECONDS_MAX }),
  };
}

// What an operating system has to offer so that a server can be embedded.
import type { Server } from './server.ts';

export type Host = {
  /** Where cluster and log stand; `cluster` is PostgreSQL's own directory. */
  home: string;
  cluster: string;
  /** Creates the cluster if there is none. */
  create(): Promise<void>;
  /** The URL of the database `postgres` of the running server, or of the one that would be started. */
  url(): Promise<string>;
  start(): Promise<Server>;
  /** Stops a server that an earlier program started. */
  stopAdopted(): Promise<void>;
};

// Reads files in a thread of their own, one after the other, each within a time and a memory of its own.
import { Worker } from 'node:worker_threads';
import { gather, type ReadFile } from '../../connector/bank/index.ts';
import { READ_LIMITS } from '../../connector/bank/limits.ts';
import { type Fault, fault } from '../../sync/fault/index.ts';
import type { TableChoice } from '../../sync/model/table.ts';
import type { ReadLimits } from '../../sync/port/reader.ts';
import type { Message, Order } from './thread.ts';

export type ReadingLimits = ReadLimits & {
  /** For one path, from the order to its last event. */
  secondsMax: number;
  /** Heap of the thread. */
  memoryMbMax: number;
};

export const READING_LIMITS = {
  ...READ_LIMITS,
  // The largest file allowed takes about ten seconds on a slow machine.
  secondsMax: 60,
  memoryMbMax: 1024,
} satisfies ReadingLimits;

export type NamedFile = { file: string; read: ReadFile };

/** One thread for many files; it is started when needed, and anew after a file that had to be stopped. */
export class Reading {
  readonly #limits: ReadingLimits;
  #worker: Worker | null = null;

  constructor(limits: ReadingLimits = READING_LIMITS) {
    this.#limits = limits;
  }

  /** The file at a path, or every file of the archive there. `file-too-slow` and `file-too-large` stop the thread. */
  async read(path: string, choice: TableChoice | null = null): Promise<NamedFile[]> {
    this.#worker ??= this.#start();
    const order = new OrderInProgress(path, choice);
    const stopped = await order.run(this.#worker, this.#limits).catch(async (error: unknown) => {
      await this.close();
      throw error;
    });
    if (stopped !== null) {
      await this.close();
      order.refuse(stopped);
    }
    return order.files();
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #start(): Worker {
    return new Worker(new URL('./thread.mjs', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMbMax },
    });
  }
}

class OrderInProgress {
  readonly #path: string;
  readonly #choice: TableChoice | null;
  readonly #files: { file: string; gathering: ReturnType<typeof gather> }[] = [];

  constructor(path: string, choice: TableChoice | null) {
    this.#path = path;
    this.#choice = choice;
  }

  /** Resolves when the thread is done, with a fault when it had to be given up. */
  run(worker: Worker, limits: ReadingLimits): Promise<Fault | null> {
    return new Promise((resolve, reject) => {
      const heard = (message: Message) => {
        if (message.kind === 'done') finish(null);
        else this.#add(message);
      };
      const failed = (error: unknown) => {
        if (isOutOfMemory(error)) return finish(this.#fault('file-too-large', { limit: `${limits.memoryMbMax} MB` }));
        clearTimeout(timer);
        reject(error);
      };
      const late = () => finish(this.#fault('file-too-slow', { seconds: limits.secondsMax }));
      const timer = setTimeout(late, limits.secondsMax * 1000);
      const finish = (outcome: Fault | null) => {
        clearTimeout(timer);
        worker.off('message', heard).off('error', failed);
        resolve(outcome);
      };
      worker.on('message', heard).on('error', failed);
      worker.postMessage({ path: this.#path, limits, choice: this.#choice } satisfies Order);
    });
  }

  /** Refuses the file that was being read. */
  refuse(it: Fault): void {
    if (this.#files.length === 0) this.#add({ kind: 'file', file: this.#path });
    this.#add({ kind: 'event', event: { kind: 'refused', faults: [it] } });
  }

  files(): NamedFile[] {
    return this.#files.map(({ file, gathering }) => ({ file, read: gathering.file() }));
  }

  #add(message: Exclude<Message, { kind: 'done' }>): void {
    if (message.kind === 'file') this.#files.push({ file: message.file, gathering: gather() });
    else this.#files.at(-1)?.gathering.add(message.event);
  }

  #fault(code: 'file-too-slow' | 'file-too-large', params: Record<string, string | number>): Fault {
    return fault(code, { file: this.#files.at(-1)?.file ?? this.#path }, params);
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

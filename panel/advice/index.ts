// Reads an advice in a thread of its own, within a time and a memory.
import { Worker } from 'node:worker_threads';
import { type Fault, fault } from '../../sync/fault/index.ts';
import type { DeskFile } from '../../sync/port/files.ts';

export const ADVICE_LIMITS = { secondsMax: 30, memoryMbMax: 512 };

/** The advice's text, or why there is none: `file-too-slow` and `file-too-large` stop the thread. */
export async function readAdvice(file: DeskFile, limits = ADVICE_LIMITS): Promise<string | Fault> {
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
    execArgv: [],
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMbMax },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const place = { file: file.name };
  try {
    return await new Promise<string | Fault>((resolve, reject) => {
      const late = () => resolve(fault('file-too-slow', place, { seconds: limits.secondsMax }));
      timer = setTimeout(late, limits.secondsMax * 1000);
      worker.once('message', resolve);
      worker.once('error', (error: Error & { code?: string }) => {
        const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        if (isFull) resolve(fault('file-too-large', place, { limit: `${limits.memoryMbMax} MB` }));
        else reject(error);
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

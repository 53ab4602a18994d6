// The thread that reads one advice, so that a hostile file can only hang itself.
import { parentPort, workerData } from 'node:worker_threads';
import { adviceText } from '../../connector/advice/index.ts';
import { READ_LIMITS } from '../../connector/bank/limits.ts';
import type { DeskFile } from '../../sync/port/files.ts';

const { name, bytes } = workerData as DeskFile;
parentPort?.postMessage(await adviceText(name, bytes, READ_LIMITS));

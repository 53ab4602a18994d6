// Questions that do not wait for each other: a host far away answers all of them in the time of one.
import { type Fault, isFault } from '../../../sync/fault/index.ts';

type Answers<T extends readonly unknown[]> = { -readonly [K in keyof T]: Exclude<Awaited<T[K]>, Fault> };

/** All answers in the order of the questions; the first fault among them otherwise. */
export async function together<const T extends readonly Promise<unknown>[]>(asked: T): Promise<Answers<T> | Fault> {
  const answers: unknown[] = await Promise.all(asked);
  return answers.find(isFault) ?? (answers as Answers<T>);
}

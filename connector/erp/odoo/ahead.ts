// Reads ahead of whoever works on what was read: the host prepares the next pages while the last ones are stored.

type Next<T> = Promise<{ result: IteratorResult<T> } | { error: unknown }>;

/** The same values in the same order, up to `steps` of them asked for before they are wanted. An error comes in its turn. */
export async function* ahead<T>(from: AsyncGenerator<T>, steps: number): AsyncGenerator<T> {
  const waiting: Next<T>[] = [];
  // Its turn is awaited below; unheard meanwhile, a rejection would end the program.
  const ask = (): Next<T> =>
    from.next().then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
  try {
    for (let i = 0; i < steps; i++) waiting.push(ask());
    for (;;) {
      const next = await waiting.shift();
      if (next === undefined) return;
      if ('error' in next) throw next.error;
      if (next.result.done) return;
      waiting.push(ask());
      yield next.result.value;
    }
  } finally {
    await from.return(undefined);
  }
}

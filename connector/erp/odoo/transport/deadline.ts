// A limit to how long something may take, held until it is over.

/**
 * Runs `work` with a signal that aborts when `outer` does, or after `ms` with a TimeoutError. Not AbortSignal.any over
 * AbortSignal.timeout: nothing holds that pair, so a collected signal never aborts and the call waits for ever.
 */
export async function within<T>(outer: AbortSignal, ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const own = new AbortController();
  const stop = () => own.abort(outer.reason);
  if (outer.aborted) stop();
  outer.addEventListener('abort', stop);
  const timer = setTimeout(() => own.abort(new DOMException(`not within ${ms} ms`, 'TimeoutError')), ms);
  try {
    return await work(own.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', stop);
  }
}

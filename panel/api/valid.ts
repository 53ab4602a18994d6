// What comes in has the shape that the route expects, or the request ends with the name of what does not.
import { zValidator } from '@hono/zod-validator';
import type { z } from 'zod';
import { refuse } from './fault.ts';

/** Checks the JSON body or the query by a schema; the first thing wrong is named by its path. */
export function valid<T extends z.ZodType, Target extends 'json' | 'query'>(target: Target, schema: T) {
  return zValidator(target, schema, (result) => {
    if (result.success) return;
    const [issue] = result.error.issues;
    refuse('request-invalid', { what: issue?.path.join('.') || target });
  });
}

// The OpenAPI document, made of the route table and the schemas that check the requests.
import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from './context.ts';
import { ROUTES, type Route } from './route-table.ts';

export const openapi = new Hono<Env>().get('/', (c) => c.json(document()));

/** OpenAPI 3.1 of every route. */
export function document() {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of ROUTES) {
    const path = route.path.replace(/:([a-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Lettrage', version: '1', description: 'Errors are {"fault": {code, says, where, request}}.' },
    security: [{ session: [] }],
    paths,
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
  };
}

function operation(route: Route): object {
  const parameters = [...route.path.matchAll(/:([a-z]+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8 } };
  return {
    summary: route.says,
    description: `Role: ${route.role}.`,
    parameters: [...parameters, ...(route.method === 'post' ? [key] : []), ...queryParameters(route.query)],
    ...(route.body ? { requestBody: { required: true, content: contentOf(route.body) } } : {}),
    responses: {
      200: { description: route.answer === 'file' ? 'The file.' : 'Done.' },
      default: { description: 'A fault, in words.' },
    },
  };
}

function queryParameters(query: Route['query']): object[] {
  if (!query) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function contentOf(body: NonNullable<Route['body']>): object {
  if (body !== 'multipart') {
    return { 'application/json': { schema: z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) } };
  }
  const file = { type: 'array', items: { type: 'string', format: 'binary' } };
  return { 'multipart/form-data': { schema: { type: 'object', properties: { file }, required: ['file'] } } };
}

// A proxy between connector and Odoo that does harm to one call: the next that is asked for by a word in its address or body.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `forward` passes the call on and gives Odoo's answer; what the harm then does with it is its own affair. */
export type Harm = (
  forward: () => Promise<{ status: number; body: Buffer }>,
  response: ServerResponse,
) => Promise<void>;

export type HarmfulProxy = {
  url: string;
  /** Does this once, to the next call that says `word`. */
  strike(word: string, harm: Harm): void;
  /** Whether the harm was done. */
  struck(): boolean;
  close(): Promise<void>;
};

export const HARMS = {
  'cut before the request': async (_forward, response) => void response.socket?.destroy(),
  'cut after the request': async (forward, response) => {
    await forward();
    response.socket?.destroy();
  },
  'cut in the middle of the answer': async (forward, response) => {
    const { status, body } = await forward();
    response.writeHead(status, { 'content-length': body.length });
    response.write(body.subarray(0, Math.floor(body.length / 2)));
    setTimeout(() => response.socket?.destroy(), 50);
  },
  'a gateway that is overloaded before': async (_forward, response) => void response.writeHead(503).end('busy'),
  'a gateway that gives up after': async (forward, response) => {
    await forward();
    response.writeHead(504).end('<html>timeout</html>');
  },
  'a server error that is not Odoo’s': async (forward, response) => {
    await forward();
    response.writeHead(500).end('oops');
  },
  'an answer that never comes': async (forward) => void (await forward()),
} satisfies Record<string, Harm>;

export async function openProxy(target: string): Promise<HarmfulProxy> {
  let waiting: { word: string; harm: Harm } | null = null;
  const server: Server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const forward = () => passOn(target, request, body);
    const it = waiting;
    try {
      if (it && `${request.url} ${body.toString()}`.includes(it.word)) {
        waiting = null;
        return await it.harm(forward, response);
      }
      const { status, body: answer } = await forward();
      response.writeHead(status).end(answer);
    } catch {
      response.socket?.destroy();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    strike: (word, harm) => {
      waiting = { word, harm };
    },
    struck: () => waiting === null,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function passOn(
  target: string,
  request: IncomingMessage,
  body: Buffer,
): Promise<{ status: number; body: Buffer }> {
  const names = ['content-type', 'authorization', 'x-odoo-database'];
  const headers = names.flatMap((name): [string, string][] => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const answer = await fetch(`${target}${request.url}`, { method: 'POST', headers, body: new Uint8Array(body) });
  return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) };
}

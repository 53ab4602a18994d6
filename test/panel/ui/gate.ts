// A network of one cable between a browser and its server: cut, nothing passes and what was open ends; mended, all is as before.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Gate = { url: string; cut(): void; mend(): void; close(): Promise<void> };

/** Opens a way of its own to this port of the machine. */
export async function openGate(port: number): Promise<Gate> {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const [own, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(own);
      own.on('error', () => own.destroy());
      own.on('close', () => {
        open.delete(own);
        other.destroy();
      });
      own.pipe(other);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
      drop();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      drop();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

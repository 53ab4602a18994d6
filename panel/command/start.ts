// `lettrage start`: serves the panel until it is told to stop.
import { parseArgs } from 'node:util';
import { isFault } from '../../sync/fault/index.ts';
import { type Day, parseDay } from '../../sync/model/day.ts';
import { readConfig } from '../config.ts';
import { serve } from '../node.ts';
import type { Command } from './command.ts';
import { WrongUsage } from './command.ts';
import { warnings } from './program.ts';

export const start: Command = {
  name: 'start',
  summary: 'serves the panel',
  help: `Usage: lettrage start [--port 8484] [--host 127.0.0.1] [--data DIR] [--today YYYY-MM-DD]

Serves the panel and prints its address, which carries the session's key: whoever has it is you. Without configuration it
opens a made-up company. --today gives that company's calendar another day. Ctrl-C stops it and leaves nothing running.`,
  async run(args, io) {
    const string = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { port: string, host: string, data: string, today: string } });
    const config = readConfig({
      ...(values.data === undefined ? {} : { data: values.data }),
      ...(values.host === undefined ? {} : { host: values.host }),
      ...(values.port === undefined ? {} : { port: portOf(values.port) }),
    });
    const stopped = untilStopped();
    io.err('Starting …');
    const running = await serve(config, warnings(), values.today === undefined ? null : dayOf(values.today), io.err);
    if (isFault(running)) throw running;
    io.out(`Lettrage: ${running.url}`);
    io.err(`Data: ${config.databaseUrl === null ? config.data : 'the database of DATABASE_URL'}. Stop with Ctrl-C.`);
    await stopped;
    io.err('Stopping …');
    await running.stop();
    return 0;
  },
};

/** A signal, or the end of the process that started this one, so that none is left behind. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    process.on('disconnect', () => resolve());
    // Listening alone must not keep the program alive.
    process.channel?.unref();
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUsage('--port is a number from 0 to 65535');
  return port;
}

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new WrongUsage('--today is a day, YYYY-MM-DD');
  return day;
}

// The configuration: the command line before the environment before the file in the data directory, and plain words for what is wrong.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../panel/config.ts';

const data = mkdtempSync(join(tmpdir(), 'lettrage-config-'));
afterAll(() => rmSync(data, { recursive: true }));

function withFile(
  text: string,
  environment: Record<string, string> = {},
  given: Parameters<typeof readConfig>[0] = {},
) {
  writeFileSync(join(data, 'lettrage.env'), text);
  return readConfig({ data, ...given }, environment);
}

describe('the configuration', () => {
  it('without any is the demonstration on this machine alone', () => {
    const config = readConfig({}, { LETTRAGE_DATA: data, USER: 'claire' });
    expect(config).toMatchObject({
      erp: null,
      mode: null,
      host: '127.0.0.1',
      port: 8484,
      databaseUrl: null,
      data,
      person: 'claire',
    });
  });

  it('prefers the command line, then the environment, then the file', () => {
    const file = 'PORT=1\nHOST=10.0.0.1\n';
    expect(withFile(file)).toMatchObject({ port: 1, host: '10.0.0.1' });
    expect(withFile(file, { PORT: '2' })).toMatchObject({ port: 2, host: '10.0.0.1' });
    expect(withFile(file, { PORT: '2' }, { port: 3 })).toMatchObject({ port: 3 });
  });

  it('reads comments, blanks and quotes of the file as people write them', () => {
    const config = withFile('# a note\n\n  LETTRAGE_ERP = fec \r\nLETTRAGE_INBOX="/srv/relevés du jour"\n');
    expect(config).toMatchObject({ erp: 'fec', inbox: '/srv/relevés du jour' });
  });

  it('takes an empty setting for an absent one', () => {
    expect(withFile('', { PORT: '', LETTRAGE_MODE: ' ' })).toMatchObject({ port: 8484, mode: null });
  });

  it.each([
    [{ PORT: '99999' }, 'PORT'],
    [{ LETTRAGE_ERP: 'sage' }, 'LETTRAGE_ERP'],
    [{ LETTRAGE_MODE: 'always' }, 'LETTRAGE_MODE'],
    [{ LETTRAGE_PUBLIC_URL: 'lettrage' }, 'LETTRAGE_PUBLIC_URL'],
    [{ LETTRAGE_SECRET: 'short' }, 'LETTRAGE_SECRET'],
  ])('names the setting that cannot be used: %j', (environment, name) => {
    expect(() => withFile('', environment)).toThrow(name);
  });

  it('names the line of the file that it does not understand', () => {
    expect(() => withFile('PORT=1\nnonsense\n')).toThrow('line 2');
  });
});

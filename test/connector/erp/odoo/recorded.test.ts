// The contract of an ERP on what live Odoos answered once: runs everywhere.
import { existsSync } from 'node:fs';
import { describe } from 'vitest';
import { erpContract } from '../contract.ts';
import { playedFrom, tapeFile } from './tape.ts';

for (const name of ['19-json2', '14-xmlrpc']) {
  describe.runIf(existsSync(tapeFile(name)))('recorded', () => {
    erpContract(`Odoo ${name} as recorded`, { open: () => playedFrom(name), complete: true });
  });
}

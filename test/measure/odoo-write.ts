// Write-backs per minute on a live Odoo: one invoice, one bank line, one decision at a time, re-reading included.

import { type Books, openBooks } from '../connector/erp/odoo/books.ts';
import { bank, customer, postingOf, productOn } from '../connector/erp/odoo/posting.ts';
import { startOdoo, type Version } from '../odoo/live.ts';

const DECISIONS = 40;

for (const [version, wire] of [
  ['19', 'json2'],
  ['19', 'xmlrpc'],
  ['14', 'xmlrpc'],
] as const) {
  await measure(version, wire);
}

async function measure(version: Version, wire: 'json2' | 'xmlrpc'): Promise<void> {
  const live = await startOdoo(version);
  if ('absent' in live) return console.log(`Odoo ${version} by ${wire}: ${live.absent}`);
  try {
    const database = `measure_${wire}`;
    await live.database(database);
    const seat = { ...live, database };
    const books = await openBooks(seat);
    const postings = await prepared(books);
    const erp = productOn(seat, wire);
    const begin = performance.now();
    for (const posting of postings) {
      const receipt = await erp.post(posting);
      if ('code' in receipt) throw new Error(receipt.code);
    }
    const posted = performance.now() - begin;
    console.log(`Odoo ${version} by ${wire}: ${Math.round((DECISIONS * 60_000) / posted)} write-backs a minute`);
  } finally {
    await live.stop();
  }
}

async function prepared(books: Books) {
  const owner = await books.partner('Mesure');
  const postings = [];
  for (let i = 0; i < DECISIONS; i++) {
    const { lines } = await books.invoice(owner, [[100 + i]]);
    const line = await books.bankLine(100 + i);
    const minor = (100 + i) * 100;
    postings.push(postingOf({ line, by: 'Mesure', entry: [bank(minor), customer(lines[0] ?? 0, -minor, owner)] }));
  }
  return postings;
}

// How fast OFX is read: the project's reader and ofx-js alone on the same 8 MB, in turns, so that the machine's load falls on both.
// npx tsx test/measure/ofx.ts
import { parseSync } from 'ofx-js';
import { READ_LIMITS } from '../../connector/bank/limits.ts';
import { ofxReader } from '../../connector/bank/ofx/index.ts';
import { median } from './median.ts';

const ENTRIES = 62_000;
const TURNS = 7;

/** A statement of so many entries in SGML, without end tags of leaves, as most banks write it. */
export function ofxText(entries: number): string {
  const parts = [HEAD];
  for (let n = 0; n < entries; n++) {
    const day = `202503${String(1 + (n % 28)).padStart(2, '0')}`;
    const amount = `${(n % 900) + 1}.${String(n % 100).padStart(2, '0')}`;
    parts.push(
      `<STMTTRN>\n<TRNTYPE>CREDIT\n<DTPOSTED>${day}\n<TRNAMT>${amount}\n<FITID>F${n}\n<NAME>CLIENT ${n}\n<MEMO>FACTURE 2025-${n}\n</STMTTRN>\n`,
    );
  }
  return parts.concat(TAIL).join('');
}

const HEAD = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX>
<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20250331<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>
<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30006<BRANCHID>00001<ACCTID>12345678901<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20250301<DTEND>20250331
`;

const TAIL =
  '</BANKTRANLIST><LEDGERBAL><BALAMT>1234.56<DTASOF>20250331</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n';

async function countOurs(bytes: Uint8Array): Promise<number> {
  const chunks = (async function* () {
    yield bytes;
  })();
  let count = 0;
  for await (const event of ofxReader.read({ file: 'generated.ofx', chunks }, READ_LIMITS)) {
    if (event.kind === 'transactions') count += event.transactions.length;
    if (event.kind === 'refused') throw new Error(event.faults[0]?.code);
  }
  return count;
}

async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function main(): Promise<void> {
  const text = ofxText(ENTRIES);
  const bytes = new TextEncoder().encode(text);
  const megabytes = bytes.length / 1e6;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    ours.push(
      await seconds(async () => {
        if ((await countOurs(bytes)) !== ENTRIES) throw new Error('entries are missing');
      }),
    );
    theirs.push(await seconds(() => parseSync(text)));
  }
  const row = (name: string, times: readonly number[]) =>
    console.log(
      `${name.padEnd(22)}${median(times).toFixed(2).padStart(7)} s${(megabytes / median(times)).toFixed(1).padStart(8)} MB/s`,
    );
  console.log(`OFX, ${megabytes.toFixed(1)} MB, ${ENTRIES} entries, median of ${TURNS} turns`);
  row('reader, from bytes', ours);
  row('ofx-js on the text', theirs);
  console.log(
    `ratio ${(median(theirs) / median(ours)).toFixed(2)} (best turns ${(Math.min(...theirs) / Math.min(...ours)).toFixed(2)})`,
  );
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main();

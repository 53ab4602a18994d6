// Generated CAMT files of any size for measurements: plausible entries, no two alike, written piece by piece.

/** About as many bytes as asked of a camt.053.001.08, as chunks; always the same for the same size. */
export function* camtChunks(bytesWanted: number): Iterable<string> {
  yield HEAD;
  let written = HEAD.length;
  for (let n = 1; written < bytesWanted - TAIL.length; n++) {
    const entry = entryText(n);
    written += entry.length;
    yield entry;
  }
  yield TAIL;
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2025-03-31T23:30:00+02:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><CreDtTm>2025-03-31T23:30:00+02:00</CreDtTm><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-03-31</Dt></Dt></Bal>
`;

const TAIL = '</Stmt></BkToCstmrStmt></Document>\n';

const NAMES = ['Menuiserie Élan & Fils', 'Garage du Port SARL', 'Boulangerie Sœurs Noël', 'Transports Vauban SAS'];

function entryText(n: number): string {
  const amount = `${100 + ((n * 7919) % 900_000)}.${String((n * 31) % 100).padStart(2, '0')}`;
  const day = `2025-03-${String(1 + (n % 28)).padStart(2, '0')}`;
  const name = (NAMES[n % NAMES.length] ?? '').replace('&', '&amp;');
  return `<Ntry><NtryRef>${n}</NtryRef><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>ASR${n}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>E2E-${n}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>${name} ${n}</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>FACTURE 2025/${n} DU ${day}</Ustrd><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>
`;
}

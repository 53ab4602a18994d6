// Small CAMT documents for tests: the frame of a camt.053 around what a test is about.

export const OWN = 'FR7630006000011234567890189';

/** A well-formed camt.053.001.08 with these entries in one EUR statement. */
export function statement(entries: string, balances = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>
<Stmt><Id>S</Id><Acct><Id><IBAN>${OWN}</IBAN></Id><Ccy>EUR</Ccy></Acct>${balances}
${entries}
</Stmt></BkToCstmrStmt></Document>
`;
}

/** An entry of 100.00 EUR in, booked on 2025-04-02, unless `facts` says otherwise, with this inside. */
export function entry(
  inside = '',
  facts: { amount?: string; currency?: string; sign?: string; date?: string } = {},
): string {
  const { amount = '100.00', currency = 'EUR', sign = 'CRDT', date = '2025-04-02' } = facts;
  return `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${date}</Dt></BookgDt><BkTxCd/>${inside}</Ntry>`;
}

export function detail(inside: string): string {
  return `<NtryDtls><TxDtls>${inside}</TxDtls></NtryDtls>`;
}

export function balance(type: string, amount: string, sign = 'CRDT', currency = 'EUR'): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Dt><Dt>2025-04-02</Dt></Dt></Bal>`;
}

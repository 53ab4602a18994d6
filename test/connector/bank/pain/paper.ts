// Collections and their reports as a made-up company and its bank would write them.
import type { DeskFile } from '../../../../sync/port/files.ts';

export type Debit = { endToEnd: string; mandate?: string; name: string; amount: string; text?: string };

export type Batch = {
  id: string;
  day: string;
  debits: readonly Debit[];
  iban?: string;
  count?: number;
  total?: string;
};

const OURS = 'FR7619999001000000007000096';

/** A pain.008.001.02 with these collections; counts and totals follow from the debits unless given. */
export function pain008(batches: readonly Batch[], { message = 'MSG-2026-11', name = 'remise.xml' } = {}): DeskFile {
  return file(
    name,
    `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.02"><CstmrDrctDbtInitn><GrpHdr><MsgId>${message}</MsgId></GrpHdr>
${batches.map(paymentInformation).join('\n')}
</CstmrDrctDbtInitn></Document>`,
  );
}

function paymentInformation({ id, day, debits, iban = OURS, count = debits.length, total }: Batch): string {
  const cents = debits.reduce((sum, debit) => sum + Math.round(Number(debit.amount) * 100), 0);
  return `<PmtInf><PmtInfId>${id}</PmtInfId><PmtMtd>DD</PmtMtd><NbOfTxs>${count}</NbOfTxs><CtrlSum>${total ?? (cents / 100).toFixed(2)}</CtrlSum>
<ReqdColltnDt>${day}</ReqdColltnDt><CdtrAcct><Id><IBAN>${iban}</IBAN></Id></CdtrAcct>${debits.map((debit, i) => transaction(debit, i)).join('')}</PmtInf>`;
}

/** Every debtor has an account of its own. */
function transaction({ endToEnd, mandate = `RUM-${endToEnd}`, name, amount, text = '' }: Debit, i: number): string {
  return `<DrctDbtTxInf><PmtId><EndToEndId>${endToEnd}</EndToEndId></PmtId><InstdAmt Ccy="EUR">${amount}</InstdAmt>
<DrctDbtTx><MndtRltdInf><MndtId>${mandate}</MndtId></MndtRltdInf></DrctDbtTx><Dbtr><Nm>${name}</Nm></Dbtr>
<DbtrAcct><Id><IBAN>FR761999900100000000123452${i}</IBAN></Id></DbtrAcct><RmtInf><Ustrd>${text}</Ustrd></RmtInf></DrctDbtTxInf>`;
}

export type Refusal = { endToEnd: string; status?: string; reason: string; text?: string };

/** A pain.002.001.03 about one collection. */
export function pain002(
  batch: string,
  refusals: readonly Refusal[],
  { message = 'MSG-2026-11', status = 'PART', name = 'rejets.xml' } = {},
): DeskFile {
  const single = refusals.map(
    ({ endToEnd, status: own = 'RJCT', reason, text }) =>
      `<TxInfAndSts><OrgnlEndToEndId>${endToEnd}</OrgnlEndToEndId><TxSts>${own}</TxSts><StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn>${text ? `<AddtlInf>${text}</AddtlInf>` : ''}</StsRsnInf></TxInfAndSts>`,
  );
  return file(
    name,
    `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt><GrpHdr><MsgId>REP</MsgId></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${message}</OrgnlMsgId></OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>${batch}</OrgnlPmtInfId><PmtInfSts>${status}</PmtInfSts><StsRsnInf><Rsn><Cd>MS03</Cd></Rsn></StsRsnInf>${single.join('')}</OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>`,
  );
}

export function file(name: string, text: string): DeskFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

export function textOf({ bytes }: DeskFile): string {
  return new TextDecoder().decode(bytes);
}

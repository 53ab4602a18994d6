// Where each fact stands in camt.052, 053 and 054, versions 02 to 14, as data: several paths of one fact are its forms over
// the versions and over the banks' habits. Paths are local names below the record; '@' names an attribute.
import type { RecordOf, Shape } from './record.ts';

/** The three messages: element of the message, then of its statement. */
export const MESSAGES: Readonly<Record<string, string>> = {
  BkToCstmrAcctRpt: 'Rpt',
  BkToCstmrStmt: 'Stmt',
  BkToCstmrDbtCdtNtfctn: 'Ntfctn',
};

/** A charge: below Chrgs until version 03, below Chrgs/Rcrd since 04; the total stands alone where a bank lists none. */
const CHARGE = {
  texts: {
    amount: ['Amt'],
    currency: ['Amt@Ccy'],
    sign: ['CdtDbtInd'],
    total: ['TtlChrgsAndTaxAmt'],
    totalCurrency: ['TtlChrgsAndTaxAmt@Ccy'],
  },
  lists: {},
  groups: {
    records: {
      at: ['Rcrd'],
      shape: { texts: { amount: ['Amt'], currency: ['Amt@Ccy'], sign: ['CdtDbtInd'] }, lists: {}, groups: {} },
    },
  },
} as const satisfies Shape;

/** One block of structured remittance information; its amounts are those of its documents together. */
const STRUCTURED = {
  texts: {
    reference: ['CdtrRefInf/Ref', 'CdtrRefInf/CdtrRef'],
    remitted: ['RfrdDocAmt/RmtdAmt'],
    due: ['RfrdDocAmt/DuePyblAmt'],
    credited: ['RfrdDocAmt/CdtNoteAmt'],
  },
  lists: { additional: ['AddtlRmtInf'] },
  groups: {
    documents: {
      at: ['RfrdDocInf'],
      // RfrdDocTp and RfrdDocNb are the first edition's names, still written by a few banks.
      shape: {
        texts: { number: ['Nb', 'RfrdDocNb'], type: ['Tp/CdOrPrtry/Cd', 'RfrdDocTp/Cd'] },
        lists: {},
        groups: {},
      },
    },
  },
} as const satisfies Shape;

const BANK_CODE = {
  domain: ['BkTxCd/Domn/Cd'],
  family: ['BkTxCd/Domn/Fmly/Cd'],
  subFamily: ['BkTxCd/Domn/Fmly/SubFmlyCd'],
  proprietary: ['BkTxCd/Prtry/Cd'],
} as const;

/** A party is the element itself until version 07; since 08 it is a choice of Pty and Agt. */
function nameOf<const Element extends string>(element: Element) {
  const at = `RltdPties/${element}` as const;
  return [`${at}/Nm`, `${at}/Pty/Nm`, `${at}/Agt/FinInstnId/Nm`] as const;
}

function accountOf<const Element extends string>(element: Element) {
  const at = `RltdPties/${element}` as const;
  return [`${at}/Id/IBAN`, `${at}/Id/Othr/Id`, `${at}/Id/PrtryAcct/Id`, `${at}/Id/BBAN`] as const;
}

/** TxDtls. Amt and CdtDbtInd came with version 04; before, the amount stands in AmtDtls/TxAmt only. */
const DETAIL = {
  texts: {
    amount: ['Amt'],
    currency: ['Amt@Ccy'],
    sign: ['CdtDbtInd'],
    transactionAmount: ['AmtDtls/TxAmt/Amt'],
    transactionCurrency: ['AmtDtls/TxAmt/Amt@Ccy'],
    countervalue: ['AmtDtls/CntrValAmt/Amt'],
    countervalueCurrency: ['AmtDtls/CntrValAmt/Amt@Ccy'],
    instructed: ['AmtDtls/InstdAmt/Amt'],
    instructedCurrency: ['AmtDtls/InstdAmt/Amt@Ccy'],
    endToEndId: ['Refs/EndToEndId'],
    mandateId: ['Refs/MndtId'],
    bankReference: ['Refs/AcctSvcrRef'],
    debtor: nameOf('Dbtr'),
    debtorAccount: accountOf('DbtrAcct'),
    debtorAccountName: ['RltdPties/DbtrAcct/Nm'],
    creditor: nameOf('Cdtr'),
    creditorAccount: accountOf('CdtrAcct'),
    creditorAccountName: ['RltdPties/CdtrAcct/Nm'],
    ultimateDebtor: nameOf('UltmtDbtr'),
    ultimateCreditor: nameOf('UltmtCdtr'),
    returnReason: ['RtrInf/Rsn/Cd', 'RtrInf/Rsn/Prtry', 'RtrInf/RtrRsn/Cd', 'RtrInf/RtrRsn/Prtry'],
    note: ['AddtlTxInf'],
    ...BANK_CODE,
  },
  lists: { unstructured: ['RmtInf/Ustrd'], returnNotes: ['RtrInf/AddtlInf', 'RtrInf/AddtlRtrRsnInf'] },
  groups: {
    structured: { at: ['RmtInf/Strd'], shape: STRUCTURED },
    charges: { at: ['Chrgs'], shape: CHARGE },
  },
} as const satisfies Shape;

const BLOCK = {
  texts: {},
  lists: {},
  groups: {
    batches: {
      at: ['Btch'],
      shape: { texts: { message: ['MsgId'], payment: ['PmtInfId'], count: ['NbOfTxs'] }, lists: {}, groups: {} },
    },
    details: { at: ['TxDtls'], shape: DETAIL },
  },
} as const satisfies Shape;

/** Sts is a plain code until version 07 and a choice of Cd and Prtry since 08. */
export const ENTRY = {
  texts: {
    amount: ['Amt'],
    currency: ['Amt@Ccy'],
    sign: ['CdtDbtInd'],
    reversal: ['RvslInd'],
    status: ['Sts', 'Sts/Cd', 'Sts/Prtry'],
    bookingDate: ['BookgDt/Dt', 'BookgDt/DtTm'],
    valueDate: ['ValDt/Dt', 'ValDt/DtTm'],
    bankReference: ['AcctSvcrRef'],
    instructed: ['AmtDtls/InstdAmt/Amt'],
    instructedCurrency: ['AmtDtls/InstdAmt/Amt@Ccy'],
    note: ['AddtlNtryInf'],
    ...BANK_CODE,
  },
  lists: {},
  groups: { blocks: { at: ['NtryDtls'], shape: BLOCK }, charges: { at: ['Chrgs'], shape: CHARGE } },
} as const satisfies Shape;

export const STATEMENT = {
  texts: {
    id: ['Id'],
    account: ['Acct/Id/IBAN', 'Acct/Id/Othr/Id', 'Acct/Id/PrtryAcct/Id', 'Acct/Id/BBAN'],
    currency: ['Acct/Ccy'],
  },
  lists: {},
  groups: {
    balances: {
      at: ['Bal'],
      shape: {
        texts: {
          type: ['Tp/CdOrPrtry/Cd', 'Tp/Cd'],
          amount: ['Amt'],
          currency: ['Amt@Ccy'],
          sign: ['CdtDbtInd'],
          date: ['Dt/Dt', 'Dt/DtTm'],
        },
        lists: {},
        groups: {},
      },
    },
  },
} as const satisfies Shape;

export type EntryRecord = RecordOf<typeof ENTRY>;
export type DetailRecord = RecordOf<typeof DETAIL>;
export type BlockRecord = RecordOf<typeof BLOCK>;
export type ChargeRecord = RecordOf<typeof CHARGE>;
export type StructuredRecord = RecordOf<typeof STRUCTURED>;
export type StatementRecord = RecordOf<typeof STATEMENT>;
export type BalanceRecord = StatementRecord['balances'][number];

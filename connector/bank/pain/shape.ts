// Where each fact stands in pain.008 (collections, versions 01 to 11) and pain.002 (their rejects, 02 to 14), as data.
import type { RecordOf, Shape } from '../camt/record.ts';

const ITEM = {
  texts: {
    endToEndId: ['PmtId/EndToEndId'],
    amount: ['InstdAmt'],
    currency: ['InstdAmt@Ccy'],
    mandateId: ['DrctDbtTx/MndtRltdInf/MndtId'],
    name: ['Dbtr/Nm'],
    account: ['DbtrAcct/Id/IBAN', 'DbtrAcct/Id/Othr/Id'],
    ultimateName: ['UltmtDbtr/Nm'],
  },
  lists: { remittance: ['RmtInf/Ustrd'], references: ['RmtInf/Strd/CdtrRefInf/Ref', 'RmtInf/Strd/CdtrRefInf/CdtrRef'] },
  groups: {},
} as const satisfies Shape;

export const COLLECTION = {
  texts: {
    id: ['PmtInfId'],
    count: ['NbOfTxs'],
    total: ['CtrlSum'],
    day: ['ReqdColltnDt'],
    account: ['CdtrAcct/Id/IBAN', 'CdtrAcct/Id/Othr/Id'],
  },
  lists: {},
  groups: { items: { at: ['DrctDbtTxInf'], shape: ITEM } },
} as const satisfies Shape;

/** The reason of a status: StsRsnInf since version 03, before with Rsn under StsRsn. */
const REASON = {
  reason: ['StsRsnInf/Rsn/Cd', 'StsRsnInf/Rsn/Prtry', 'StsRsnInf/StsRsn/Cd', 'StsRsnInf/StsRsn/Prtry'],
  text: ['StsRsnInf/AddtlInf', 'StsRsnInf/AddtlStsRsnInf'],
} as const;

const STATUS = {
  texts: { endToEndId: ['OrgnlEndToEndId'], status: ['TxSts'], ...REASON },
  lists: {},
  groups: {},
} as const satisfies Shape;

export const REPORT = {
  texts: { collection: ['OrgnlPmtInfId'], status: ['PmtInfSts'], ...REASON },
  lists: {},
  groups: { items: { at: ['TxInfAndSts'], shape: STATUS } },
} as const satisfies Shape;

export const INITIATION = { texts: { message: ['GrpHdr/MsgId'] }, lists: {}, groups: {} } as const satisfies Shape;

export const STATUS_REPORT = {
  texts: {
    message: ['OrgnlGrpInfAndSts/OrgnlMsgId'],
    status: ['OrgnlGrpInfAndSts/GrpSts'],
    reason: REASON.reason.map((path) => `OrgnlGrpInfAndSts/${path}`),
    text: REASON.text.map((path) => `OrgnlGrpInfAndSts/${path}`),
  },
  lists: {},
  groups: {},
} satisfies Shape;

export type CollectionRecord = RecordOf<typeof COLLECTION>;
export type ReportRecord = RecordOf<typeof REPORT>;
export type StatusReportRecord = RecordOf<typeof STATUS_REPORT>;

// The HTTP status of every fault: an area has one, its exceptions are named, and a fault of the desk needs its own.
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { bankWords } from '../../sync/fault/bank.ts';
import type { deskWords } from '../../sync/fault/desk.ts';
import { erpWords } from '../../sync/fault/erp.ts';
import type { FaultCode } from '../../sync/fault/index.ts';
import { ledgerWords } from '../../sync/fault/ledger.ts';
import type { sessionWords } from '../../sync/fault/session.ts';
import { storeWords } from '../../sync/fault/store.ts';
import type { trustWords } from '../../sync/fault/trust.ts';

/** 401 no session · 403 may not · 404 not there · 409 the state is another than the asker thinks · 413 too large · 422 understood and wrong. */
const DESK = {
  'session-missing': 401,
  'not-allowed': 403,
  'origin-refused': 403,
  'not-found': 404,
  'line-unknown': 404,
  'statement-unknown': 404,
  'item-unknown': 404,
  'request-invalid': 400,
  'request-too-large': 413,
  'request-too-slow': 504,
  internal: 500,
  'address-taken': 503,
  'line-decided': 409,
  'key-reused': 409,
  'nothing-to-undo': 409,
  'nothing-proposed': 409,
  'not-proven': 409,
  'proposal-changed': 409,
  'ledger-missing': 409,
  'account-unlinked': 409,
  'claim-closed': 409,
  'account-unknown': 422,
  'account-missing': 422,
  'account-retired': 422,
  'account-reserved': 422,
  'transfer-mismatch': 422,
  'too-much': 422,
  'over-allocated': 422,
  'nothing-allocated': 422,
  'party-missing': 422,
  'sum-open': 422,
  'line-foreign': 422,
  'line-unvalued': 422,
  'item-foreign': 422,
  'difference-foreign': 422,
  'discount-untold': 422,
  'report-unwritable': 422,
  'report-too-large': 422,
  'letters-unbalanced': 422,
  'letters-mixed': 422,
  'company-opened': 422,
} as const satisfies Record<keyof typeof deskWords, ContentfulStatusCode>;

const TRUST = {
  'class-unknown': 404,
  'rule-unknown': 404,
  'memory-unknown': 404,
  'agreement-unknown': 404,
  'agreement-twice': 409,
  'class-unproven': 409,
  'class-stood-down': 409,
  'nothing-to-confirm': 409,
  'rule-untried': 409,
  'tolerance-too-high': 422,
  'rule-too-wide': 422,
} as const satisfies Record<keyof typeof trustWords, ContentfulStatusCode>;

const SESSION = {
  unpaired: 409,
  'pairing-code-refused': 422,
  'addon-missing': 422,
  'pairing-by-hand': 409,
  'hand-over-invalid': 401,
  'hand-over-expired': 401,
  'hand-over-used': 401,
  'hand-over-elsewhere': 401,
  'company-elsewhere': 403,
  'company-foreign': 403,
  'sign-in-refused': 401,
  'sign-in-too-often': 429,
  'role-missing': 403,
  'user-revoked': 401,
} as const satisfies Record<keyof typeof sessionWords, ContentfulStatusCode>;

/** A file that cannot be taken is understood and wrong; the ERP is another server; a store in trouble may be well again. */
export const STATUS: Readonly<Record<FaultCode, ContentfulStatusCode>> = {
  ...each(bankWords, 422),
  ...each(ledgerWords, 422),
  ...each(erpWords, 502),
  ...each(storeWords, 503),
  ...DESK,
  ...TRUST,
  ...SESSION,
  'file-too-large': 413,
  'statement-conflict': 409,
  'statement-contradicted': 409,
  'item-settled': 409,
  'period-locked': 409,
  'undo-no-inverse': 409,
  'start-decided': 409,
  'company-busy': 409,
  'control-differs': 409,
  'erp-setting-missing': 409,
  'erp-company-needed': 409,
  'erp-busy': 503,
};

function each<Code extends string>(
  words: Readonly<Record<Code, unknown>>,
  status: ContentfulStatusCode,
): Record<Code, ContentfulStatusCode> {
  const codes = Object.keys(words) as Code[];
  return Object.fromEntries(codes.map((code) => [code, status])) as Record<Code, ContentfulStatusCode>;
}

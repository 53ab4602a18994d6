// What it takes to open a company's FEC files as its ERP.
import type { Terms } from '../../../sync/model/company.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { PartyId } from '../../../sync/model/party.ts';
import type { AccountMap } from './book/account.ts';

export type FecConfig = {
  /** In the order of their import: of two files of one exercise the later counts. */
  files: readonly { name: string; bytes: Uint8Array }[];
  /** Null: the first file that names one decides. */
  siren: string | null;
  /** Account prefix to role. */
  accounts: AccountMap;
  /** The company's payment terms, and those of single customers. */
  terms: Terms;
  /** Matching begins on this day; what was open before is one balance for each customer. Absent or null: at the beginning. */
  start?: Day | null;
  termsByParty?: Readonly<Record<PartyId, Terms>>;
};

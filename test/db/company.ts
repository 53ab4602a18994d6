// A company as tests need it.
import { type Company, PLAN_COMPTABLE, PLAN_DIFFERENCES } from '../../sync/model/company.ts';

/** A company of the French chart, in euros, in Paris. */
export function company(id: string, facts: Partial<Company> = {}): Company {
  return {
    id,
    name: `Société ${id}`,
    siren: null,
    currency: 'EUR',
    zone: 'Europe/Paris',
    mode: 'suggest',
    tolerance: null,
    vatDue: null,
    erp: 'fec',
    terms: { days: 30, endOfMonth: false, extraDays: 0 },
    startDay: null,
    accounts: PLAN_COMPTABLE,
    differenceAccounts: PLAN_DIFFERENCES,
    chosenAccounts: {},
    ...facts,
  };
}

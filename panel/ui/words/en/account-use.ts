// The words of the accounts that differences go to, as the settings show and name them.
import type { LateWords } from '../late.ts';

export const accountUse: Pick<LateWords, 'accountUse'> = {
  accountUse: {
    title: 'Accounts to post to',
    note: 'where fees, discounts and differences go',
    of: {
      bank_fee: 'Bank fees',
      discount: 'Discounts granted',
      discount_vat: 'VAT of discounts',
      small: 'Payment differences, loss',
      small_gain: 'Payment differences, gain',
      exchange: 'Exchange losses',
      exchange_gain: 'Exchange gains',
      withholding: 'Withheld by the customer',
      transfer: 'Internal transfers',
      advance: 'Customer down payments',
      retention: 'Retentions',
    },
    says: {
      missing: 'no known account: this choice is refused',
      retired: 'no longer in use in the chart of accounts: this choice is refused',
      chosen: 'chosen here',
      chart: 'of the chart of accounts',
    },
    number: (use) => `Account, ${use}`,
    save: 'Name',
    forget: 'Back to the chart',
    saved: (use, account) => `${use}: ${account}, from the next decision on`,
    forgotten: (use) => `${use}: the account of the chart again`,
  },
};

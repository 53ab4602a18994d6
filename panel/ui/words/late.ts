// Words of the screens that come when they are opened: they travel with those screens, not with the first one.
import { computed } from '@preact/signals';
import { accountUse as enAccountUse } from './en/account-use.ts';
import { aging as enAging } from './en/aging.ts';
import { claim as enClaim } from './en/claim.ts';
import { help as enHelp } from './en/help.ts';
import { move as enMove } from './en/move.ts';
import { pair as enPair } from './en/pair.ts';
import { report as enReport } from './en/report.ts';
import { setup as enSetup } from './en/setup.ts';
import { slip as enSlip } from './en/slip.ts';
import { statement as enStatement } from './en/statement.ts';
import { table as enTable } from './en/table.ts';
import { trust as enTrust } from './en/trust.ts';
import { twin as enTwin } from './en/twin.ts';
import { accountUse as frAccountUse } from './fr/account-use.ts';
import { aging as frAging } from './fr/aging.ts';
import { claim as frClaim } from './fr/claim.ts';
import { help as frHelp } from './fr/help.ts';
import { move as frMove } from './fr/move.ts';
import { pair as frPair } from './fr/pair.ts';
import { report as frReport } from './fr/report.ts';
import { setup as frSetup } from './fr/setup.ts';
import { slip as frSlip } from './fr/slip.ts';
import { statement as frStatement } from './fr/statement.ts';
import { table as frTable } from './fr/table.ts';
import { trust as frTrust } from './fr/trust.ts';
import { twin as frTwin } from './fr/twin.ts';
import { language } from './index.ts';
import type { Shape } from './shape.ts';

const fr = {
  ...frTrust,
  ...frReport,
  ...frMove,
  ...frPair,
  ...frSetup,
  ...frSlip,
  ...frStatement,
  ...frTable,
  ...frTwin,
  ...frAging,
  ...frClaim,
  ...frHelp,
  ...frAccountUse,
};
const en = {
  ...enTrust,
  ...enReport,
  ...enMove,
  ...enPair,
  ...enSetup,
  ...enSlip,
  ...enStatement,
  ...enTable,
  ...enTwin,
  ...enAging,
  ...enClaim,
  ...enHelp,
  ...enAccountUse,
};

export type LateWords = Shape<typeof fr>;

const WORDS: Record<'fr' | 'en', LateWords> = { fr, en };

export const late = computed<LateWords>(() => WORDS[language.value]);

// The screens by name: what each draws and which keys it takes. A new screen is one line here.
import type { ComponentType } from 'preact';
import * as accountKeys from '../accounts/keys.ts';
import { Accounts } from '../accounts/view.tsx';
import * as agingKeys from '../aging/keys.ts';
import { Aging } from '../aging/view.tsx';
import * as customerKeys from '../customer/keys.ts';
import { Customer } from '../customer/view.tsx';
import * as historyKeys from '../history/keys.ts';
import { History } from '../history/view.tsx';
import * as importKeys from '../imports/keys.ts';
import { Imports } from '../imports/view.tsx';
import * as queueKeys from '../queue/keys.ts';
import { Queue } from '../queue/view.tsx';
import * as reportKeys from '../reports/keys.ts';
import { Reports } from '../reports/view.tsx';
import * as settingKeys from '../settings/keys.ts';
import { Settings } from '../settings/view.tsx';
import { type ScreenName, screen } from './route.ts';

/** True when the stroke was used. `prefixed` gets what follows G. */
export type Keys = { plain(stroke: string): boolean; prefixed(stroke: string): boolean };

type Screen = { View: ComponentType; keys: Keys };

const SCREEN = {
  queue: { View: Queue, keys: queueKeys },
  accounts: { View: Accounts, keys: accountKeys },
  aging: { View: Aging, keys: agingKeys },
  customer: { View: Customer, keys: customerKeys },
  reports: { View: Reports, keys: reportKeys },
  history: { View: History, keys: historyKeys },
  imports: { View: Imports, keys: importKeys },
  settings: { View: Settings, keys: settingKeys },
} satisfies Record<ScreenName, Screen>;

export function screenKeys(): Keys {
  return SCREEN[screen.name.peek()].keys;
}

export function CurrentScreen() {
  const { View } = SCREEN[screen.name.value];
  return <View />;
}

// What the way in from the ERP's page answers.
import type { CheckView } from './view-night.ts';

/**
 * The origin of the ERP's page that may show the panel in a frame; null while none is paired. `signIn`: people may sign in here
 * with what they have in the ERP.
 */
export type HostView = { origin: string | null; signIn: boolean };

/** A session that began in the ERP's page: it is renewed from there before `seconds` have passed. */
export type EnteredView = { token: string; seconds: number; language: 'fr' | 'en'; zone: string | null };

/** The pairing as the settings show it. `by`: a code typed here, address and key typed here, the program's configuration, or nothing. */
export type PairingView = {
  by: 'code' | 'typed' | 'configured' | 'none';
  origin: string | null;
  at: string | null;
  companies: readonly number[];
};

/** Typed in where there is no addon; `companies` by the ERP's numbers, none for the only one that the user sees. */
export type ConnectBody = { url: string; database: string; user: string; key: string; companies: readonly number[] };

/** How far a connection by address and key came. `companies`: those to choose from where it is not yet said which. */
export type ConnectView = {
  connected: boolean;
  checks: CheckView[];
  companies: readonly { id: number; name: string }[];
  pairing: PairingView;
};

/** Where something of the ERP is shown here: a screen, what it is about, and the bank account that its list is cut to. */
export type PlaceView = { screen: 'queue' | 'customer'; about: string | null; bank: string | null };

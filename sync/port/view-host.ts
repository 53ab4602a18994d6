// What the way in from the ERP's page answers.

/** The origin of the ERP's page that may show the panel in a frame; null while none is paired. */
export type HostView = { origin: string | null };

/** A session that began in the ERP's page: it is renewed from there before `seconds` have passed. */
export type EnteredView = { token: string; seconds: number; language: 'fr' | 'en'; zone: string | null };

/** The pairing as the settings show it. `by`: a code typed here, the program's configuration, or nothing. */
export type PairingView = {
  by: 'code' | 'configured' | 'none';
  origin: string | null;
  at: string | null;
  companies: readonly number[];
};

/** Where something of the ERP is shown here: a screen, what it is about, and the bank account that its list is cut to. */
export type PlaceView = { screen: 'queue' | 'customer'; about: string | null; bank: string | null };

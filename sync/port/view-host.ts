// What the way in from the ERP's page answers.

/** The origin of the ERP's page that may show the panel in a frame; null while none is paired. */
export type HostView = { origin: string | null };

/** A session that began in the ERP's page: it is renewed from there before `seconds` have passed. */
export type EnteredView = { token: string; seconds: number; language: 'fr' | 'en'; zone: string | null };

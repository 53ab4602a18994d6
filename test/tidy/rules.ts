// The rules that the table states, as functions from files to findings: a finding is a sentence that names the place.
import { isBuiltin } from 'node:module';
import type { SourceFile } from './source.ts';
import type { Zone } from './table.ts';
import {
  DATA_FILES,
  LINES_PER_FILE_MAX,
  LINES_PER_FUNCTION_MAX,
  MAY_AWAIT,
  MAY_IMPORT_DYNAMICALLY,
  ZONES,
} from './table.ts';

/** Imports that the table does not allow. */
export function illegalImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const zone = zoneOf(file.path);
    if (!zone) return [`${file.path}: belongs to no zone of the table`];
    return file.imports
      .filter((it) => !mayImport(zone, file.path, it.from, it.typeOnly))
      .map((it) => `${file.path}: ${zone.name} may not import ${it.from}`);
  });
}

/** Import cycles, each once, as the path that closes. Type-only imports vanish at run time and do not count. */
export function cycles(files: readonly SourceFile[]): string[] {
  const edges = new Map(
    files.map((file) => [file.path, file.imports.filter((it) => !it.typeOnly).map((it) => it.from)]),
  );
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.add([...trail.slice(at), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  return [...found];
}

export function waitsInTheCore(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => file.path.startsWith('sync/') && !MAY_AWAIT.test(file.path) && file.awaits > 0)
    .map((file) => `${file.path}: awaits; only sync/job may`);
}

export function dynamicImports(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !MAY_IMPORT_DYNAMICALLY.test(file.path) && file.imports.some((it) => it.dynamic))
    .map((file) => `${file.path}: imports dynamically; only composition roots may`);
}

export function tooLong(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !DATA_FILES.test(file.path))
    .flatMap((file) => [
      ...(file.lines > LINES_PER_FILE_MAX
        ? [`${file.path}: ${file.lines} lines; which idea deserves a file of its own?`]
        : []),
      ...functionsOf(file)
        .filter((it) => it.lines > LINES_PER_FUNCTION_MAX)
        .map((it) => `${file.path}:${it.line}: ${it.name} is ${it.lines} lines long`),
    ]);
}

export function withoutOpening(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !/^(#![^\n]*\n)?(\/\/|\/\*\*) ?\S/.test(file.text))
    .map((file) => `${file.path}: opens without a sentence that says what it is for`);
}

/** A test's `describe` is a chapter, not a function: only its parts must fit a screen. */
function functionsOf(file: SourceFile): SourceFile['functions'] {
  return file.path.startsWith('test/') ? file.functions.filter((it) => it.name !== 'anonymous') : file.functions;
}

function zoneOf(path: string): Zone | undefined {
  return ZONES.find((zone) => zone.files.test(path));
}

function mayImport(zone: Zone, path: string, from: string, typeOnly: boolean): boolean {
  if (!/^(connector|sync|db|panel|test)\//.test(from)) return mayUsePackage(zone, from);
  const own = zone.files.exec(path)?.[1] ?? '';
  const allowed = typeOnly ? [...zone.may, ...(zone.types ?? [])] : zone.may;
  return allowed.some((pattern) => new RegExp(pattern.source.replace('$1', own)).test(from));
}

function mayUsePackage(zone: Zone, from: string): boolean {
  const name = isBuiltin(from)
    ? `node:${from.replace(/^node:/, '')}`
    : from
        .split('/')
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/');
  return zone.packages.some(
    (allowed) => allowed === name || (allowed.endsWith('*') && name.startsWith(allowed.slice(0, -1))),
  );
}

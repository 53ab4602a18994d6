// The project's source files, parsed: what each imports, awaits, and how long its functions are.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';

export type Import = { from: string; typeOnly: boolean; dynamic: boolean };

export type SourceFile = {
  path: string;
  text: string;
  lines: number;
  imports: Import[];
  awaits: number;
  functions: { name: string; line: number; lines: number }[];
};

const ROOT = new URL('../..', import.meta.url).pathname;

/** Every file of the repository as git knows it, tracked or new, without the ignored ones. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((path) => path !== '' && existsSync(ROOT + path));
}

export function readProject(path: string): string {
  return readFileSync(ROOT + path, 'utf8');
}

export function readSources(): SourceFile[] {
  return projectFiles()
    .filter((path) => /^(connector|sync|db|panel|test)\/.*\.tsx?$/.test(path))
    .map(readSource);
}

/** Parses one file of TypeScript; `path` decides how its relative imports resolve. */
export function readSource(path: string): SourceFile {
  return parseSource(path, readProject(path));
}

export function parseSource(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  const file: SourceFile = { path, text, lines: text.split('\n').length - 1, imports: [], awaits: 0, functions: [] };
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  walk(parsed.program, (node) => visit(node, file, lineAt));
  return file;
}

type Node = Record<string, unknown> & { type: string; start: number; end: number };

function visit(node: Node, file: SourceFile, lineAt: (offset: number) => number): void {
  const source = node['source'] as { value?: unknown } | null | undefined;
  if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type) && typeof source?.value === 'string') {
    file.imports.push({ from: resolve(file.path, source.value), typeOnly: isTypeOnly(node), dynamic: false });
  }
  if (node.type === 'ImportExpression' && typeof source?.value === 'string') {
    file.imports.push({ from: resolve(file.path, source.value), typeOnly: false, dynamic: true });
  }
  if (node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node['await'] === true)) file.awaits += 1;
  if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) {
    const name = (node['id'] as { name?: string } | null)?.name ?? 'anonymous';
    const line = lineAt(node.start);
    file.functions.push({ name, line, lines: lineAt(node.end) - line + 1 });
  }
}

function isTypeOnly(node: Node): boolean {
  return node['importKind'] === 'type' || node['exportKind'] === 'type';
}

function resolve(path: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), specifier)) : specifier;
}

function walk(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, see);
  } else if (typeof value === 'object' && value !== null) {
    if ('type' in value && typeof value.type === 'string' && 'start' in value) see(value as Node);
    for (const each of Object.values(value)) walk(each, see);
  }
}

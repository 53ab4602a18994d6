// The letters of printed reports: read once from the package that holds them, when the first page is drawn.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Fonts } from '../connector/sheet/index.ts';

let read: Promise<Fonts> | null = null;

export function fonts(): Promise<Fonts> {
  read ??= load();
  return read;
}

async function load(): Promise<Fonts> {
  const at = (name: string) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
  const [regular, bold] = await Promise.all(
    ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold'].map((name) => readFile(at(name))),
  );
  if (!regular || !bold) throw new Error('fonts: two files make two fonts');
  return { regular, bold };
}

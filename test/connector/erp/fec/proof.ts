// An independent proof of an exported ledger: every new letter closes to the cent, and nothing but letters changed.
// It shares no code with the exporter: plain splitting of Latin-1 text, sums of whole cents.

export type ProofPair = { name: string; original: Uint8Array; exported: Uint8Array };

export type Proof = {
  /** What is wrong, as 'kind file:line says'; empty when the export is right. */
  violations: string[];
  groups: number;
  linesTouched: number;
};

type Line = { account: string; aux: string; day: string; letter: string; letterDay: string; cents: number };

/** All exported files of one company together, since one letter may join lines of two exercises. */
export function proveLetters(pairs: readonly ProofPair[]): Proof {
  const violations: string[] = [];
  const groups = new Map<string, Line[]>();
  const used = new Set<string>();
  let linesTouched = 0;
  for (const { original } of pairs)
    for (const line of linesOf(latin1(original))) used.add(`${line.account} ${line.letter}`);
  for (const { name, original, exported } of pairs) {
    const [before, after] = [latin1(original), latin1(exported)];
    violations.push(...onlyLettersDiffer(name, before, after));
    const [old, now] = [linesOf(before), linesOf(after)];
    const openBefore = unbalancedOf(old);
    now.forEach((line, index) => {
      const was = old[index];
      if (!was || (was.letter === line.letter && was.letterDay === line.letterDay)) return;
      linesTouched++;
      const place = `${name}:${index + 2}`;
      if (line.letter === '') violations.push(`removed ${place} letter ${was.letter}`);
      if (was.letter !== '' && !openBefore.has(keyOf(was)))
        violations.push(`changed ${place} letter ${was.letter} was balanced`);
      if (used.has(`${line.account} ${line.letter}`)) violations.push(`reused ${place} letter ${line.letter}`);
      groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
    });
  }
  for (const [key, lines] of groups) violations.push(...groupFaults(key, lines));
  return { violations, groups: groups.size, linesTouched };
}

function groupFaults(key: string, lines: readonly Line[]): string[] {
  const sum = lines.reduce((total, line) => total + line.cents, 0);
  const days = new Set(lines.map((line) => line.letterDay));
  const latest = lines
    .map((line) => line.day)
    .sort()
    .at(-1)!;
  return [
    ...(sum === 0 ? [] : [`unbalanced ${key} rests ${sum}`]),
    ...(lines.length > 1 ? [] : [`one-line ${key}`]),
    ...(days.size === 1 ? [] : [`dates-differ ${key}`]),
    ...[...days].filter((day) => day !== '' && day < latest).map((day) => `date-early ${key} ${day} before ${latest}`),
  ];
}

/** Blanks the letter fields of every line on both sides: what is left must be the same text. */
function onlyLettersDiffer(name: string, before: string, after: string): string[] {
  const [x, y] = [before.split(/(?<=\r*\n|\r(?!\r*\n))/), after.split(/(?<=\r*\n|\r(?!\r*\n))/)];
  if (x.length !== y.length) return [`lines ${name} ${x.length} became ${y.length}`];
  const { separator, letter, letterDay } = columnsOf(before);
  const blank = (line: string) =>
    line
      .split(separator)
      .map((field, index) => (index === letter || index === letterDay ? field.replace(/[^\r\n]+/, '') : field))
      .join(separator);
  return x.flatMap((line, index) => (blank(line) === blank(y[index]!) ? [] : [`bytes ${name}:${index + 1}`]));
}

function unbalancedOf(lines: readonly Line[]): Set<string> {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(keyOf(line), (sums.get(keyOf(line)) ?? 0) + line.cents);
  const open = [...sums].filter(([key, sum]) => sum !== 0 || /^[a-z]+$/.test(key.split(' ').at(-1)!));
  return new Set(open.map(([key]) => key));
}

function keyOf(line: Line): string {
  return `${line.account} ${line.aux} ${line.letter}`;
}

function columnsOf(text: string) {
  const first = text.replace(/^ï»¿/, '').split(/[\r\n]/, 1)[0]!;
  const separator = ['\t', '|', ';'].reduce((a, b) => (first.split(b).length > first.split(a).length ? b : a));
  const names = first.split(separator).map((name) => name.trim().replaceAll('"', '').toLowerCase());
  const at = (...words: string[]) => names.findIndex((name) => words.includes(name));
  return {
    separator,
    account: at('comptenum'),
    aux: at('compauxnum', 'compteauxnum'),
    day: at('ecrituredate'),
    debit: at('debit', 'débit'),
    credit: at('credit', 'crédit'),
    amount: at('montant'),
    sense: at('sens'),
    letter: at('ecriturelet', 'ecrturelet'),
    letterDay: at('datelet'),
  };
}

function linesOf(text: string): Line[] {
  const columns = columnsOf(text);
  const rows = text.split(/\r*\n|\r/).slice(1);
  if (rows.at(-1) === '') rows.pop();
  return rows.map((row) => {
    const fields = row.split(columns.separator).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
    const at = (index: number) => fields[index] ?? '';
    const sign = /^(d|\+?1)$/i.test(at(columns.sense)) ? 1 : -1;
    const cents =
      columns.amount >= 0
        ? sign * centsOf(at(columns.amount))
        : centsOf(at(columns.debit)) - centsOf(at(columns.credit));
    const { account, aux, day, letter, letterDay } = columns;
    return { account: at(account), aux: at(aux), day: at(day), letter: at(letter), letterDay: at(letterDay), cents };
  });
}

function centsOf(text: string): number {
  const found = /^([+-]?)(\d*)[.,]?(\d{0,2})0*$/.exec(text.replaceAll(/[\s\u00a0]/g, ''));
  if (!found) return Number.NaN;
  const cents = Number(found[2] || '0') * 100 + Number((found[3] ?? '').padEnd(2, '0'));
  return found[1] === '-' ? -cents : cents;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

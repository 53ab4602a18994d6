// One file: its statements with opening + lines = closing, or its ledger, and below in words what was wrong or noteworthy.
import type { ComponentChildren } from 'preact';
import type { FaultView, FileResult, ImportRow } from '../../../sync/port/view.ts';
import { Button } from '../part/button.tsx';
import { Icon, type IconName, Spinner } from '../part/icon.tsx';
import { linkNew } from '../settings/new-account.ts';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { openTable, tableOf } from './table.ts';

type Statement = ImportRow['statements'][number];
type Control = { tone: 'ok' | 'bad' | 'warn' | 'mut'; icon: IconName; text: string };

export function RunningRow({ file }: { file: { name: string; bytes: number } }) {
  return (
    <tr>
      <th scope="row">
        <FileName name={file.name} note={sizeText(file.bytes)} />
      </th>
      <td colSpan={6} />
      <td>
        <Spinner /> {words.value.imports.reading}
      </td>
    </tr>
  );
}

export function FileRows({ result }: { result: FileResult }) {
  const w = words.value.imports;
  const note = [result.version ?? (result.kind && w.kind[result.kind]), sizeText(result.bytes)]
    .filter(Boolean)
    .join(' · ');
  const notes = [
    ...result.faults.map((fault) => ({ fault, bad: true })),
    ...result.warnings.map((fault) => ({ fault, bad: false })),
  ];
  return (
    <>
      <Lines
        name={<FileName name={result.name} note={note} />}
        statements={result.statements}
        ledger={result.ledger}
        control={controlOf(result)}
      />
      {result.ledger && !result.known && <LedgerNote ledger={result.ledger} />}
      {notes.map(({ fault, bad }, i) => (
        <Message key={`${fault.code}${i}`} fault={fault} bad={bad} file={result.name} />
      ))}
    </>
  );
}

export function PastRows({ row }: { row: ImportRow }) {
  const w = words.value.imports;
  const note = `${w.kind[row.kind]} · ${write.value.dayAt(row.importedAt)} ${write.value.hour(row.importedAt)}`;
  return (
    <Lines
      name={<FileName name={row.name} note={note} />}
      statements={row.statements}
      ledger={row.ledger}
      control={null}
    />
  );
}

type LinesProps = {
  name: ComponentChildren;
  statements: readonly Statement[];
  ledger: ImportRow['ledger'];
  control: Control | null;
};

function Lines({ name, statements, ledger, control }: LinesProps) {
  if (ledger) return <LedgerRow name={name} ledger={ledger} control={control} />;
  if (statements.length === 0) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={6} />
        <td>{control && <Verdict it={control} />}</td>
      </tr>
    );
  }
  return (
    <>
      {statements.map((statement, i) => (
        <StatementRow
          key={`${statement.account}${statement.number}${i}`}
          name={i === 0 ? name : null}
          it={statement}
          control={control && control.tone !== 'ok' ? control : balanceOf(statement)}
        />
      ))}
    </>
  );
}

function StatementRow({ name, it, control }: { name: ComponentChildren; it: Statement; control: Control }) {
  const w = words.value.imports;
  const f = write.value;
  // A statement that balances adds up on screen also when some of its lines were imported before.
  const isProven = it.balanced === true && it.openingMinor !== null && it.closingMinor !== null;
  const linesMinor = isProven ? (it.closingMinor ?? 0) - (it.openingMinor ?? 0) : it.linesMinor;
  const amount = (minor: number | null) => (minor === null ? '–' : f.amount(minor, it.currency));
  return (
    <tr>
      {name ? <th scope="row">{name}</th> : <td />}
      <td>
        <span title={f.account(it.account)}>••{it.account.slice(-4)}</span>
        <br />
        <span class="s12 mut">{periodOf(it)}</span>
        {it.statementId !== undefined && (
          <>
            {' '}
            <a class="link s12" href={`#/statement/${encodeURIComponent(it.statementId)}`}>
              {w.statement}
            </a>
          </>
        )}
      </td>
      <td class="num">
        {amount(it.openingMinor)}
        {it.openingCarried && (
          <>
            <br />
            <span class="s12 mut">{w.carried}</span>
          </>
        )}
      </td>
      <td class="num">{f.signed(linesMinor, it.currency)}</td>
      <td class="num">{amount(it.closingMinor)}</td>
      <td class="num">{f.count(it.lineCount - it.duplicateCount)}</td>
      <td class="num sec wide">{f.count(it.duplicateCount)}</td>
      <td>
        <Verdict it={control} />
      </td>
    </tr>
  );
}

function LedgerRow({
  name,
  ledger,
  control,
}: {
  name: ComponentChildren;
  ledger: NonNullable<ImportRow['ledger']>;
  control: Control | null;
}) {
  const w = words.value.imports;
  const f = write.value;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td colSpan={4}>
        {w.ledger(f.count(ledger.parties))}
        <br />
        <span class="s12 mut">
          {f.day(ledger.from)} → {f.day(ledger.to)}
        </span>
      </td>
      <td class="num">{f.count(ledger.lines)}</td>
      <td class="wide" />
      <td>{control && <Verdict it={control} />}</td>
    </tr>
  );
}

function LedgerNote({ ledger }: { ledger: NonNullable<FileResult['ledger']> }) {
  const f = write.value;
  return (
    <tr class="note">
      <td colSpan={8} class="s12 sec">
        {words.value.imports.ledgerCounts(f.count(ledger.added), f.count(ledger.changed), f.count(ledger.same))}
      </td>
    </tr>
  );
}

function Message({ fault, bad, file }: { fault: FaultView; bad: boolean; file: string }) {
  const table = tableOf(file, fault);
  return (
    <tr class="note">
      <td colSpan={8}>
        <div class={`msg ${bad ? '' : 'calm'}`}>
          {bad ? <b>{fault.says}</b> : fault.says}
          {fault.where !== '' && <div class="mono sec">{fault.where}</div>}
          {table && (
            <p>
              <Button look="out" small caps={['C']} onPress={() => void openTable(table)}>
                {late.value.table.open}
              </Button>
            </p>
          )}
          {fault.code === 'statement-account-unknown' && (
            <p>
              <Button look="out" small onPress={() => linkNew(fault.account ?? '')}>
                {words.value.settings.banks}
              </Button>
            </p>
          )}
        </div>
      </td>
    </tr>
  );
}

function Verdict({ it }: { it: Control }) {
  return (
    <span class={`${it.tone} nw`}>
      <Icon name={it.icon} /> {it.text}
    </span>
  );
}

function FileName({ name, note }: { name: string; note: string }) {
  return (
    <span class="file">
      <Icon name="file" />
      <span class="who">
        <span class="m el" title={name}>
          {name}
        </span>
        <span class="s12 mut">{note}</span>
      </span>
    </span>
  );
}

function controlOf(result: FileResult): Control {
  const w = words.value.imports;
  if (result.known) return { tone: 'mut', icon: 'dash', text: w.known };
  if (!result.ok) return { tone: 'bad', icon: 'cross', text: w.refused };
  return { tone: 'ok', icon: 'check', text: w.taken };
}

function balanceOf(it: Statement): Control {
  const w = words.value.imports;
  if (it.balanced === true) return { tone: 'ok', icon: 'check', text: w.balanced };
  return it.balanced === false
    ? { tone: 'bad', icon: 'cross', text: w.unbalanced }
    : { tone: 'warn', icon: 'info', text: w.notChecked };
}

function periodOf(it: Statement): string {
  const f = write.value;
  const days = [it.openingDay, it.closingDay].flatMap((day) => (day ? [f.shortDay(day)] : []));
  return [...new Set(days)].join(' → ');
}

/** '48 ko' or '48 kB'. */
function sizeText(bytes: number): string {
  const { unit } = words.value.imports;
  const text = (n: number) => write.value.count(n);
  if (bytes < 1_000) return `${text(bytes)} ${unit.byte}`;
  return bytes < 1_000_000
    ? `${text(Math.round(bytes / 1_000))} ${unit.kilo}`
    : `${text(Math.round(bytes / 1_000_000))} ${unit.mega}`;
}

// The screen "Imports": where to drop files, what became of each one dropped, and what was imported before.
import { useEffect } from 'preact/hooks';
import type { FileResult, ImportRow } from '../../../sync/port/view.ts';
import { Button } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { Failed } from '../part/state.tsx';
import { toDoCount } from '../queue/state.ts';
import { screen } from '../shell/route.ts';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { chooseFiles } from './drop.tsx';
import { Gaps } from './gap-view.tsx';
import { FileRows, PastRows, RunningRow } from './row.tsx';
import { openSlip } from './slip.ts';
import { SlipForm } from './slip-view.tsx';
import { openStart } from './start.ts';
import { StartOffer } from './start-view.tsx';
import { fault, openImports, past, pastFault, results, running } from './state.ts';
import { TableAssistant } from './table-view.tsx';
import { Twins } from './twin-view.tsx';

export function Imports() {
  useEffect(() => {
    void openImports();
    void openStart();
  }, []);
  const w = words.value;
  return (
    <>
      <div class="bar">
        <b class="nw">{w.imports.title}</b>
        <span class="s13 sec el" role="status">
          <Summary all={results.value} />
        </span>
        <span class="sp" />
        <Button look="pri" caps={['G', 'A']} onPress={() => screen.go('queue')}>
          {w.imports.goOn(toDoCount.value ?? 0, write.value.count(toDoCount.value ?? 0))}
        </Button>
      </div>
      <TableAssistant />
      <SlipForm />
      <div class="page">
        <DropBox />
        <StartOffer />
        <Gaps />
        <Twins />
        {fault.value && (
          <p class="msg" role="alert">
            <b>{fault.value.code === 'no-answer' ? w.fault.noAnswer : fault.value.says}</b> {w.imports.nothingKnown}
          </p>
        )}
        {(running.value.length > 0 || results.value.length > 0) && (
          <Table title={w.imports.now}>
            {running.value.map((file) => (
              <RunningRow key={file.name} file={file} />
            ))}
            {results.value.map((result, i) => (
              <FileRows key={`${result.name}${i}`} result={result} />
            ))}
          </Table>
        )}
        {pastFault.value ? (
          <Failed fault={pastFault.value} onRetry={() => void openImports()} />
        ) : (
          <Past rows={past.value} />
        )}
      </div>
    </>
  );
}

function Past({ rows }: { rows: readonly ImportRow[] }) {
  const w = words.value.imports;
  if (rows.length === 0) return <p class="note sec">{w.none}</p>;
  return (
    <Table title={w.before}>
      {rows.map((row) => (
        <PastRows key={row.fileId} row={row} />
      ))}
    </Table>
  );
}

function Summary({ all }: { all: readonly FileResult[] }) {
  const w = words.value.imports;
  if (running.value.length > 0) return <>{w.reading}</>;
  if (all.length === 0) return <>{w.hint}</>;
  const lines = all.flatMap((it) => it.statements).reduce((sum, it) => sum + it.lineCount - it.duplicateCount, 0);
  const known = all.filter((it) => it.known).length;
  const wrong = all.filter((it) => !it.ok).length;
  return (
    <>
      {w.summary(all.length - known - wrong, words.value.queue.lines(lines, write.value.count(lines)))}
      {known > 0 && ` · ${w.knownCount(known)}`}
      {wrong > 0 && (
        <>
          {' · '}
          <span class="bad m">{w.wrongCount(wrong)}</span>
        </>
      )}
    </>
  );
}

function DropBox() {
  const w = words.value.imports;
  return (
    <div class="drop">
      <Icon name="up" />
      <div>
        <p class="m">
          {w.drop}{' '}
          <button type="button" class="link" onClick={chooseFiles}>
            {w.choose}
          </button>{' '}
          <kbd class="kbd" aria-hidden="true">
            I
          </kbd>{' '}
          <button type="button" class="link" onClick={() => void openSlip()}>
            {late.value.slip.open}
          </button>{' '}
          <kbd class="kbd" aria-hidden="true">
            R
          </kbd>
        </p>
        <p class="s12 mut">{w.formats}</p>
      </div>
    </div>
  );
}

function Table({ title, children }: { title: string; children: preact.ComponentChildren }) {
  const w = words.value.imports;
  return (
    <div class="sect">
      <div class="held" tabIndex={0} role="region" aria-label={title}>
        <table class="t imp">
          <caption class="h3">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{w.file}</th>
              <th scope="col">{w.accountPeriod}</th>
              <th scope="col" class="num">
                {w.opening}
              </th>
              <th scope="col" class="num">
                {w.plusLines}
              </th>
              <th scope="col" class="num">
                {w.closing}
              </th>
              <th scope="col" class="num">
                {w.imported}
              </th>
              <th scope="col" class="num wide">
                {w.duplicates}
              </th>
              <th scope="col">{w.control}</th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </div>
  );
}

// The bank's own words, with what the engine read in them boxed and named.
import type { Finding } from '../../../sync/model/match.ts';
import { words } from '../words/index.ts';
import { lit } from './lit.ts';

export type Piece = { text: string; finding: Finding | null };

/** Cuts the label at the findings that stand in it; of two that overlap the longer wins, then the first. */
export function piecesOf(label: string, findings: readonly Finding[]): Piece[] {
  const placed = findings
    .filter((it) => it.at !== null && it.text !== '' && label.slice(it.at, it.at + it.text.length) === it.text)
    .sort((a, b) => b.text.length - a.text.length || (a.at ?? 0) - (b.at ?? 0));
  const taken: { from: number; to: number; finding: Finding }[] = [];
  for (const finding of placed) {
    const from = finding.at ?? 0;
    const to = from + finding.text.length;
    if (!taken.some((it) => from < it.to && it.from < to)) taken.push({ from, to, finding });
  }
  taken.sort((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, finding } of taken) {
    if (from > at) pieces.push({ text: label.slice(at, from), finding: null });
    pieces.push({ text: label.slice(from, to), finding });
    at = to;
  }
  if (at < label.length) pieces.push({ text: label.slice(at), finding: null });
  return pieces;
}

export function Label({ label, findings }: { label: string; findings: readonly Finding[] }) {
  const elsewhere = findings.filter((it) => it.at === null);
  return (
    <div class="raw" tabIndex={0} role="group" aria-label={words.value.detail.rawLabel}>
      {piecesOf(label, findings).map((piece, i) =>
        piece.finding ? <Reference key={i} finding={piece.finding} /> : <span key={i}>{piece.text}</span>,
      )}
      {elsewhere.map((finding) => (
        <span key={`${finding.type}${finding.text}`}>
          {' '}
          <Reference finding={finding} />
        </span>
      ))}
      {label === '' && elsewhere.length === 0 && <span class="mut">{words.value.detail.noLabel}</span>}
    </div>
  );
}

function Reference({ finding }: { finding: Finding }) {
  const w = words.value.finding;
  const light = (on: boolean) => () => {
    lit.value = on ? finding.itemId : null;
  };
  return (
    <span
      class={`ref ${finding.type === 'unknown' ? 'no' : ''}`}
      title={w.hint[finding.type]}
      onMouseEnter={light(true)}
      onMouseLeave={light(false)}
    >
      <b>{finding.text}</b>
      <i>
        <span class="wide">{w[finding.type]}</span>
        <span class="narrow">{w.short[finding.type]}</span>
      </i>
    </span>
  );
}

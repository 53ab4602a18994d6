// A decision's comment as it reads: what the desk itself wrote as a code is said in words.
import type { HistoryRow } from '../../../sync/port/view.ts';
import { readDay } from '../day.ts';
import { words, write } from '../words/index.ts';

/** How the comment of an undo by an inverse begins; its day follows. */
const INVERSE = 'inverse-on ';

function commentOf(row: HistoryRow): string | null {
  const { supplier, tax, loan, other, transfer } = words.value.aside;
  const codes: Readonly<Record<string, string>> = { supplier, tax, loan, other, transfer };
  const closed: Readonly<Record<string, string>> = words.value.settings.erp.closed;
  if (row.comment !== null && row.action === 'undo') {
    const on = row.comment.startsWith(INVERSE) ? readDay(row.comment.slice(INVERSE.length)) : null;
    return on ? words.value.inverse.done(write.value.day(on)) : (closed[row.comment] ?? row.comment);
  }
  return row.comment === null ? null : row.action === 'set-aside' ? (codes[row.comment] ?? row.comment) : row.comment;
}

/** As it was written, in quotation marks; '' where nothing was. */
export function quotedComment(row: HistoryRow): string {
  const comment = commentOf(row);
  return comment === null ? '' : write.value.quoted(comment);
}

export function authorOf(row: HistoryRow): string {
  return row.by === 'night' ? words.value.lane.night : row.by;
}

// The sums under the matrix, of one currency; of several each has its own above its rows.
import type { AgingView } from '../../../sync/model/aging.ts';
import { write } from '../words/index.ts';
import { late as own } from '../words/late.ts';
import { hasReceived, lateShare, percentOf, widthOf } from './column.ts';
import { Nothing } from './row.tsx';

export function Foot({ report }: { report: AgingView }) {
  const w = own.value.aging;
  const f = write.value;
  const table =
    report.amounts === 'company' ? report : report.currencies.length === 1 ? report.currencies[0] : undefined;
  if (!table) return <Apart report={report} />;
  const { currency } = table;
  const { columnsMinor, totalMinor, receivedMinor } = table.totals;
  const late = lateShare(columnsMinor, report.columns);
  const rows = table.rows.length;
  return (
    <tfoot>
      <tr class="tot">
        <th scope="row" class="first">
          {w.totalOf(rows, f.count(rows))}
        </th>
        <td class="share" />
        {report.columns.map((column, i) => (
          <td key={column.key} class="num">
            {columnsMinor[i] ? f.amount(columnsMinor[i] ?? 0, currency) : <Nothing />}
          </td>
        ))}
        <td class="num total">{f.amount(totalMinor, currency)}</td>
        {hasReceived(report) && (
          <td class="num">{receivedMinor === 0 ? <Nothing /> : f.amount(receivedMinor, currency)}</td>
        )}
        <td class="num">{late === null ? '' : f.percent(late)}</td>
      </tr>
      <tr class="pct">
        <th scope="row" class="first">
          {w.shareOf}
        </th>
        <td class="share" />
        {report.columns.map((column, i) => {
          const tenths = percentOf((columnsMinor[i] ?? 0) * 10, totalMinor);
          return (
            <td key={column.key} class="num">
              {tenths === null ? '' : f.percent(tenths, 1)}
            </td>
          );
        })}
        <td class="num total">{totalMinor > 0 ? f.percent(1000, 1) : ''}</td>
        {hasReceived(report) && <td />}
        <td />
      </tr>
    </tfoot>
  );
}

function Apart({ report }: { report: AgingView }) {
  return (
    <tfoot>
      <tr class="pct">
        <td colSpan={widthOf(report)} class="first">
          {own.value.aging.apart}
        </td>
      </tr>
    </tfoot>
  );
}

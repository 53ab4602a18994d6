// A customer's page, first form: their life as a line of time, what is open, how they pay in plain figures.
import { useEffect } from 'preact/hooks';
import type { CustomerView } from '../../../sync/model/customer.ts';
import { Button } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { InErp } from '../part/in-erp.tsx';
import { Empty, Failed, Skeleton } from '../part/state.tsx';
import { ItemName } from '../queue/allocation.tsx';
import { screen } from '../shell/route.ts';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { Claims, Contact, Exposure, Habit } from './aside.tsx';
import { Life } from './life.tsx';
import { openPage, page, takeStatement } from './state.ts';

export function Customer() {
  useEffect(() => {
    void openPage();
  }, [screen.subject.value]);
  const now = page.value;
  const w = late.value.customer;
  if (now === 'asking') return <Skeleton rows={10} />;
  if (now === 'none') return <Empty title={w.none}>{w.noneNext}</Empty>;
  if ('code' in now) return <Failed fault={now} onRetry={() => void openPage()} />;
  return <Page it={now} />;
}

function Page({ it }: { it: CustomerView }) {
  const w = late.value.customer;
  const { party } = it;
  const facts = [
    party.id,
    [party.city, party.country].filter((text) => text !== null).join(', '),
    party.group === null ? '' : w.group(party.group),
    party.salesperson === null ? '' : w.salesperson(party.salesperson),
  ].filter((text) => text !== '');
  return (
    <>
      <div class="bar who">
        <Button look="ghost" caps={[words.value.keys.escape]} onPress={() => screen.go('aging')}>
          <Icon name="left" />
          {w.back}
        </Button>
        <div class="el">
          <h2 class="el">
            {party.name}
            <InErp kind="party" id={party.id} name={party.name} />
          </h2>
          <p class="s12 sec el">{facts.join(' · ')}</p>
        </div>
        <span class="sp" />
        <span class="s13 sec nw">
          {late.value.aging.asOf} {write.value.day(it.asOf)}
        </span>
        <Button caps={['E']} onPress={takeStatement}>
          <Icon name="file" />
          {w.statement}
        </Button>
      </div>
      <div class="page customer-page" tabIndex={0} role="region" aria-label={party.name}>
        <div class="main">
          <Life it={it} />
          <Open it={it} />
        </div>
        <div class="aside">
          <Exposure it={it} />
          <Claims it={it} />
          <Habit it={it} />
          <Contact it={it} />
        </div>
      </div>
    </>
  );
}

function Open({ it }: { it: CustomerView }) {
  const w = late.value.customer;
  const f = write.value;
  if (it.items.length === 0) return <section class="sect">{w.nothingOpen}</section>;
  return (
    <section class="sect">
      <header>
        <h2>{w.open}</h2>
      </header>
      <table class="mx">
        <thead>
          <tr>
            <th scope="col">{w.column.document}</th>
            <th scope="col" class="x640">
              {w.column.due}
            </th>
            <th scope="col" class="num x640">
              {w.column.late}
            </th>
            <th scope="col" class="num">
              {w.column.open}
            </th>
          </tr>
        </thead>
        <tbody>
          {it.items.map((item) => (
            <tr key={item.itemId}>
              <th scope="row" class="first">
                <ItemName item={item} />
                {it.claims.some((claim) => claim.itemId === item.itemId) && (
                  <>
                    {' '}
                    <span class="tag bad">{w.disputed}</span>
                  </>
                )}
                <span class="under s12">
                  {item.dueDay === null ? words.value.item.noDue : f.shortDay(item.dueDay)}{' '}
                  <Late days={item.daysLate} />
                </span>
              </th>
              <td class="x640">
                {item.dueDay === null ? <span class="mut">{words.value.item.noDue}</span> : f.day(item.dueDay)}
              </td>
              <td class="num x640">
                <Late days={item.daysLate} />
              </td>
              <td class="num m">{f.money(item.openMinor, it.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Late({ days }: { days: number | null }) {
  if (days === null) return null;
  return (
    <span class={days > 0 ? 'bad' : 'sec'}>
      {days > 0 ? late.value.customer.days(write.value.count(days)) : words.value.item.inDays(-days)}
    </span>
  );
}

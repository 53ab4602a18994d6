// What a spreadsheet says beside its sheets: their order, its texts, and which formats show days.
import { type Fault, isFault } from '../../../sync/fault/index.ts';
import type { ReadLimits, Source } from '../../../sync/port/reader.ts';
import { type PartListener, readPart } from './part.ts';
import { showsDay } from './value.ts';

export type Workbook = {
  /** Names of the parts of the sheets that are shown, in order. */
  sheets: string[];
  texts: string[];
  /** By the number of a cell's style. */
  isDayStyle: boolean[];
  isFrom1904: boolean;
};

const NOTHING = { opened: () => null, text: () => {}, closed: () => null } satisfies PartListener;

/** Faults of the parts; a workbook without texts or styles has none. */
export async function workbookOf(parts: ReadonlyMap<string, Source>, limits: ReadLimits): Promise<Workbook | Fault> {
  const read = async (name: string, listener: PartListener) => {
    const part = parts.get(name);
    return part ? readPart(part, name, limits, listener) : null;
  };
  const sheets: { id: string; isShown: boolean }[] = [];
  let isFrom1904 = false;
  const targets = new Map<string, string>();
  const texts: string[] = [];
  const isDayStyle: boolean[] = [];
  const faults = [
    await read('xl/workbook.xml', {
      ...NOTHING,
      opened(name, at) {
        if (name === 'workbookPr') isFrom1904 = at['date1904'] === '1' || at['date1904'] === 'true';
        if (name === 'sheet')
          sheets.push({ id: at['r:id'] ?? relation(at), isShown: (at['state'] ?? 'visible') === 'visible' });
        return null;
      },
    }),
    await read('xl/_rels/workbook.xml.rels', {
      ...NOTHING,
      opened(_, at) {
        if (at['Id'] && at['Target']) targets.set(at['Id'], at['Target']);
        return null;
      },
    }),
    await read('xl/sharedStrings.xml', textsInto(texts)),
    await read('xl/styles.xml', stylesInto(isDayStyle)),
  ];
  const wrong = faults.find((it) => it !== null);
  if (isFault(wrong)) return wrong;
  const shown = sheets.filter((it) => it.isShown).flatMap(({ id }) => targets.get(id) ?? []);
  return { sheets: shown.map(partName), texts, isDayStyle, isFrom1904 };
}

/** The relation's id under whatever prefix the writer chose. */
function relation(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Each `si` is one text, its runs joined; readings of characters (rPh) aside. */
function textsInto(texts: string[]): PartListener {
  let text = '';
  let isText = false;
  let isReading = false;
  return {
    opened(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
      return null;
    },
    text(piece) {
      if (isText) text += piece;
    },
    closed(name) {
      isText = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si') texts.push(text);
      return null;
    },
  };
}

function stylesInto(isDayStyle: boolean[]): PartListener {
  const codes = new Map<number, string>();
  let isCellFormat = false;
  return {
    ...NOTHING,
    opened(name, at) {
      if (name === 'numFmt') codes.set(Number(at['numFmtId']), at['formatCode'] ?? '');
      if (name === 'cellXfs') isCellFormat = true;
      if (name === 'xf' && isCellFormat) {
        const id = Number(at['numFmtId'] ?? 0);
        isDayStyle.push(showsDay(id, codes.get(id)));
      }
      return null;
    },
    closed(name) {
      if (name === 'cellXfs') isCellFormat = false;
      return null;
    },
  };
}

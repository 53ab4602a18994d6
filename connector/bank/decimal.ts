// Amounts as text: read without loss, written plainly, and summed exactly.
import type { Decimal } from '../../sync/model/statement.ts';

const PLAIN = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;
const POINT = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)$/;
const COMMA = /^([+-]?)(\d+(?:,\d*)?|,\d+)$/;

/**
 * Reads a decimal text with the given mark ('1234,' and '+007.50' are decimals, '1 234' and '1e3' are not)
 * and writes it plainly: point, no leading zeros, no plus, no minus before zero; the decimals stay as they are.
 * Null when the text is no decimal. Surrounding white space is ignored.
 */
export function plainDecimal(text: string, mark: '.' | ',' = '.'): Decimal | null {
  if (mark === '.' && PLAIN.test(text)) return text;
  const parts = (mark === '.' ? POINT : COMMA).exec(text.trim());
  if (!parts) return null;
  const [whole = '', decimals = ''] = parts[2]!.split(mark);
  const magnitude = stripZeros(whole) + (decimals === '' ? '' : `.${decimals}`);
  return parts[1] === '-' ? negated(magnitude) : magnitude;
}

/** The decimal with the other sign; zero stays unsigned. Expects plain text as `plainDecimal` writes it. */
export function negated(decimal: Decimal): Decimal {
  if (decimal.startsWith('-')) return decimal.slice(1);
  return isZero(decimal) ? decimal : `-${decimal}`;
}

export function isZero(decimal: Decimal): boolean {
  return !/[1-9]/.test(decimal);
}

/** An exact sum of plain decimals of any scale. */
export type DecimalSum = {
  add(decimal: Decimal): void;
  /** The sum with as many decimals as the finest addend had. */
  total(): Decimal;
};

export function decimalSum(): DecimalSum {
  let units = 0n;
  let scale = 0;
  return {
    add(decimal) {
      const point = decimal.indexOf('.');
      const places = point < 0 ? 0 : decimal.length - point - 1;
      let addend = BigInt(point < 0 ? decimal : decimal.slice(0, point) + decimal.slice(point + 1));
      if (places > scale) {
        units *= 10n ** BigInt(places - scale);
        scale = places;
      } else if (places < scale) {
        addend *= 10n ** BigInt(scale - places);
      }
      units += addend;
    },
    total() {
      const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
      const magnitude = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
      return units < 0n ? `-${magnitude}` : magnitude;
    },
  };
}

/** a − b, exactly. */
export function minus(a: Decimal, b: Decimal): Decimal {
  const sum = decimalSum();
  sum.add(a);
  sum.add(negated(b));
  return sum.total();
}

/** Equal as numbers: '1.50' and '1.5' are. */
export function sameDecimal(a: Decimal, b: Decimal): boolean {
  return a === b || isZero(minus(a, b));
}

function stripZeros(digits: string): string {
  const first = digits.search(/[1-9]/);
  return first < 0 ? '0' : digits.slice(first);
}

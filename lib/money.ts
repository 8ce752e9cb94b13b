/** An amount in a currency's minor units (cents); always an integer. */
export type Money = { minor: number; currency: string };

export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not minor units: ${minor}`);
  return { minor, currency };
}

export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not add`);
  return money(a.minor + b.minor, a.currency);
}

/** A share of an amount, half a minor unit up (away from zero for negative amounts). */
export function shareOf(amount: Money, numerator: number, denominator: number): Money {
  return money(divideRounded(amount.minor * numerator, denominator), amount.currency);
}

/**
 * Splits an amount by weights so that the parts sum to it exactly; what rounding leaves over goes
 * to the largest remainders, of equal ones to the first.
 */
export function allocate(amount: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0 || weights.some((weight) => weight < 0)) throw new RangeError("not weights");
  const exact = weights.map((weight) => amount.minor * weight);
  const parts = exact.map((share) => Math.floor(share / total));
  const over = amount.minor - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, rest: share - Math.floor(share / total) * total }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const lucky = new Set(byRemainder.slice(0, over).map(({ index }) => index));
  return parts.map((part, index) => money(part + (lucky.has(index) ? 1 : 0), amount.currency));
}

/** "$35.00". */
export function formatMoney(amount: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency: amount.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount.minor / 10 ** digits);
}

function divideRounded(numerator: number, denominator: number): number {
  const sign = Math.sign(numerator) * Math.sign(denominator) < 0 ? -1 : 1;
  const [top, bottom] = [Math.abs(numerator), Math.abs(denominator)];
  return sign * Math.floor((2 * top + bottom) / (2 * bottom));
}

// Which bank lines are wages: who may not see them sees that they are there, not whose they are.

/** Words of a label by which banks and payroll programs name wages, in POSIX classes so that PostgreSQL reads them too. */
export const WAGE_WORDS =
  '(^|[^[:alpha:]])(salaires?|paies?|payes?|remunerations?|rémunérations?|wages?|payroll|acompte salaire)([^[:alpha:]]|$)';

/** ISO 20022 family of salaries, as bank transaction codes end (external code list). */
export const WAGE_CODE = 'SALA';

const WORDS = new RegExp(WAGE_WORDS.replaceAll('[^[:alpha:]]', '\\P{L}'), 'iu');

/** Do the words of a label name a wage? As PostgreSQL reads WAGE_WORDS. */
export function isWageText(label: string): boolean {
  return WORDS.test(label);
}

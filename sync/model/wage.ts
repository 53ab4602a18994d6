// Which bank lines are wages: who may not see them sees that they are there, not whose they are.

/** Words of a label by which banks and payroll programs name wages, in POSIX classes so that PostgreSQL reads them too. */
export const WAGE_WORDS =
  '(^|[^[:alpha:]])(salaires?|paies?|payes?|remunerations?|rémunérations?|wages?|payroll|acompte salaire)([^[:alpha:]]|$)';

/** ISO 20022 family of salaries, as bank transaction codes end (external code list). */
export const WAGE_CODE = 'SALA';

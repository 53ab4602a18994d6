// What the panel is told of who asks, and for which company.
import type { Mode } from '../model/company.ts';
import type { Day } from '../model/day.ts';

/** `read`: the company's books were read; an ERP's are not until somebody says so for the first time. */
export type SessionView = {
  company: {
    id: string;
    name: string;
    currency: string;
    mode: Mode;
    demo: boolean;
    erp: 'fec' | 'odoo';
    read: boolean;
  };
  user: { id: string; name: string; role: string };
  today: Day;
  languages: string[];
};

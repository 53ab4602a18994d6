// Tells drizzle-kit where the schema is and where `npm run migration` writes the difference.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: ['company', 'ledger', 'past', 'bank', 'settlement', 'decision', 'trust', 'claim', 'journal', 'link'].map(
    (part) => `./db/schema/${part}.ts`,
  ),
  out: './db/migration',
  entities: { roles: false },
});

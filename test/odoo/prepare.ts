// Builds roots and base databases ahead of the tests that need them, and says by name what cannot be had here.
import { baseOf } from './base.ts';
import { RECIPES } from './recipe.ts';
import { installed, rootOf } from './root.ts';

for (const recipe of [RECIPES['19'], RECIPES['14']]) {
  const root = await rootOf(recipe);
  const base = typeof root === 'string' ? await baseOf(recipe, root) : root;
  const said =
    typeof base === 'string' && typeof root === 'string'
      ? `ready: Odoo ${installed(root, recipe)}`
      : `skipped: live Odoo ${recipe.version} (${typeof base === 'string' ? '' : base.absent})`;
  process.stdout.write(`${said}\n`);
}

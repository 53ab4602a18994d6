// How the panel is built: Preact through the compiler's own JSX, one folder of static files as the result.
import { defineConfig } from 'vite';

/** What the first screen is made of, in one file; each other screen is fetched in a file of its own. */
const FIRST = new RegExp(
  [
    'node_modules',
    'panel/ui/(part|queue|shell|guide)/',
    // The words of the other screens travel with them (words/late.ts).
    'panel/ui/words/(?!late|../(account-use|aging|claim|help|move|trust|report|pair|setup|slip|statement|table|twin)\\.)',
    // What others do is followed once the screen stands.
    'panel/ui/(?!stream\\.)[^/]+$',
    '(accounts|aging|history|imports)/state\\.ts$',
    '/(comment|drop)\\.tsx?$',
  ].join('|'),
);

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // On a busy machine these would be the first lines that a new user reads.
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: [{ name: 'panel', test: FIRST }] } },
    },
  },
});

// How the panel is built: Preact through the compiler's own JSX, one folder of static files as the result.
import { defineConfig } from 'vite';

/** What the first screen is made of, in one file; each other screen, and the words of those (words/late.ts), in files of their own. */
const FIRST =
  /node_modules|panel\/ui\/(part|queue|shell|guide)\/|panel\/ui\/words\/(?!late|(fr|en)\/(trust|report|pair|slip|table)\.)|panel\/ui\/[^/]+$|panel\/ui\/(?!trust|rules|memory)[a-z]+\/(state|comment|drop)\.tsx?$/;

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
      output: { codeSplitting: { groups: [{ name: 'panel', test: FIRST }] } },
    },
  },
});

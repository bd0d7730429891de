/**
 * The style sheets and islands that a page can ask for, by the name that pages call them: one line each. What an island
 * imports with `import()` becomes a file of its own, fetched only where it is needed.
 */
export const styleEntries = {
  main: 'styles/main.css',
  map: 'styles/map.css',
  editor: 'styles/editor.css',
} as const satisfies Readonly<Record<string, string>>;

export const islandEntries = {
  page: 'islands/page.ts',
  search: 'islands/search.ts',
  editor: 'islands/editor.ts',
  judge: 'islands/editor/live-judgement.ts',
  passkey: 'islands/passkey.ts',
  'map-worker': 'maplibre-gl/dist/maplibre-gl-worker.mjs',
} as const satisfies Readonly<Record<string, string>>;

export type StyleName = keyof typeof styleEntries;
export type IslandName = keyof typeof islandEntries;

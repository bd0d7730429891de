import type { Words } from './words/words.ts';

/** A line to copy, and which words of the guide it stands under. */
export interface GuideExample {
  readonly name: keyof Words['developers']['examples'];
  readonly code: string;
}

/**
 * The lines of the guide, all of which work on this site: test/portal/developers.test.ts runs them.
 * @param base public base of the addresses
 * @param dataset address of a dataset that there is; without one the lines about a dataset are left out
 */
export function guideExamples(base: string, dataset: string | undefined): readonly GuideExample[] {
  const api = `${base}/api/v1/datasets`;
  const all: readonly (GuideExample | undefined)[] = [
    { name: 'search', code: `curl '${api}?q=badplatser'` },
    {
      name: 'narrow',
      code: `curl '${api}?theme=ENVI&theme=TRAN&format=csv&facets=organization&limit=5'`,
    },
    dataset === undefined ? undefined : { name: 'record', code: `curl ${dataset}.json` },
    dataset === undefined
      ? undefined
      : { name: 'rdf', code: `curl -H 'Accept: text/turtle' ${dataset}` },
    { name: 'catalog', code: `curl -o catalog.rdf ${base}/dumps/catalog.rdf` },
    { name: 'feed', code: `curl '${base}/datasets.atom?q=badplatser'` },
    dataset === undefined
      ? undefined
      : {
          name: 'unchanged',
          code: `etag=$(curl -sI ${dataset}.json | sed -n 's/^etag: //Ip' | tr -d '\\r')\ncurl -i -H "If-None-Match: $etag" ${dataset}.json`,
        },
  ];
  return all.filter((example) => example !== undefined);
}

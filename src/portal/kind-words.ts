import type { Kind } from '../catalog/resource.ts';
import type { Localized } from '../kernel/issue.ts';

/** What each kind of record is called in the plural, as headings and links say. */
export const kindWords: Readonly<Record<Exclude<Kind, 'catalog'>, Localized>> = {
  organization: { sv: 'Organisationer', en: 'Organisations' },
  dataset: { sv: 'Datamängder', en: 'Datasets' },
  series: { sv: 'Datamängdsserier', en: 'Dataset series' },
  service: { sv: 'Datatjänster', en: 'Data services' },
};

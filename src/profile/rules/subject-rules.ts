import { has, irisOf } from './node-values.ts';
import type { RecordRule } from './rule.ts';

/** Categories: V011. */

const source = 'DCAT-AP-SE 3.0.1, Dataset, theme';

const euTheme: RecordRule = {
  id: 'V011',
  level: 'warning',
  classes: ['Dataset', 'DatasetSeries'],
  source,
  covers: ['theme'],
  *check(node, { vocabularies, label }) {
    const themes = vocabularies.get('data-theme');
    if (irisOf(node, 'theme').some((iri) => themes.has(themes.normalise(iri)?.iri ?? iri))) return;
    const { sv, en } = label('theme');
    yield {
      pointer: '/theme',
      message: {
        sv: `”${sv}” saknar en kategori ur EU:s lista. Välj minst en av de tretton, till exempel Miljö eller Transport.`,
        en: `"${en}" has no category from the EU list. Choose at least one of the thirteen, for example Environment or Transport.`,
      },
    };
  },
};

const euThemeOfService: RecordRule = {
  ...euTheme,
  classes: ['DataService'],
  covers: [],
  *check(node, context) {
    if (has(node, 'theme')) yield* euTheme.check(node, context);
  },
};

export const subjectRules: readonly RecordRule[] = [euTheme, euThemeOfService];

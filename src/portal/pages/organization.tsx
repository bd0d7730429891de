import type { UserLanguage } from '../../kernel/issue.ts';
import { syntaxes } from '../../rdf/syntaxes/registry.ts';
import { Notice } from '../components/notice.tsx';
import {
  OrganizationBrand,
  type OrganizationLook,
} from '../organization-profile/organization-brand.tsx';
import type { Gathering } from '../records/gathering.ts';
import type { OrganizationView } from '../records/organization-view.ts';
import type { RecordSurroundings } from '../records/surroundings.ts';
import { wordsIn } from '../words/words.ts';
import { GatheringSections } from './gathering.tsx';
import { RecordFacts } from './record-facts.tsx';
import { Described, RecordHead, Section } from './record-head.tsx';
import { RecordNotices } from './record-notices.tsx';
import { Extra, Machines, Versions } from './record-parts.tsx';

/** The page of an organisation: what it shares, who it is, and its whole catalogue for harvesters. */
export function OrganizationMain({
  view,
  gathering,
  around,
  look,
  language,
}: {
  readonly view: OrganizationView;
  /** Undefined while search does not answer. */
  readonly gathering: Gathering | undefined;
  readonly around: RecordSurroundings;
  readonly look: OrganizationLook;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  const { name, path, description } = view;
  const filters = { organization: [name] };
  return (
    <article class="record">
      <OrganizationBrand look={look} name={name} />
      <RecordHead view={view} language={language}>
        <RecordNotices around={around} path={path} language={language} />
      </RecordHead>
      {gathering === undefined ? (
        <Notice kind="note" language={language} title={words.searchDown}>
          <p>
            <a href={`/datasets?organization=${name}`}>{words.allDatasets}</a>
          </p>
        </Notice>
      ) : (
        <GatheringSections
          gathering={gathering}
          filters={filters}
          language={language}
          titles={[
            ['theme', words.datasetsByTheme],
            ['format', words.byFormat],
          ]}
        />
      )}
      <div class="record-ends">
        <Section id="about" title={words.aboutOrganization}>
          {description?.isShort === false && (
            <Described description={description} language={language} />
          )}
          <RecordFacts facts={view.facts} more={words.more} />
          <Extra lines={view.extra} language={language} />
        </Section>
        <Section id="catalogue" title={words.catalogue}>
          <p>{words.catalogueHelp}</p>
          <ul class="form-links">
            {Object.values(syntaxes).map(({ name: suffix, label }) => (
              <li key={suffix}>
                <a href={`${path}/catalog.${suffix}`}>{label}</a>
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <Versions around={around} path={path} language={language} />
      <Machines around={around} path={path} language={language} />
    </article>
  );
}

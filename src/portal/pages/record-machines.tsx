import type { UserLanguage } from '../../kernel/issue.ts';
import { syntaxes } from '../../rdf/syntaxes/registry.ts';
import { CodeBlock } from '../components/code-block.tsx';
import { wordsIn } from '../words/words.ts';

/** The same record in every other form, and the addresses that last. */
export function RecordMachines({
  path,
  iri,
  address,
  version,
  language,
  base,
  organization,
}: {
  /** Of this page, without a suffix. */
  readonly path: string;
  readonly iri: string;
  /** Whole address of the record, when it is not its IRI. */
  readonly address: string;
  readonly version: number;
  readonly language: UserLanguage;
  readonly base: string;
  /** Whose feed is told of, by its name in addresses. */
  readonly organization: string;
}) {
  const words = wordsIn(language).record;
  return (
    <>
      <p class="quiet">{words.machinesHelp}</p>
      <table class="forms">
        <tbody>
          {(['se', 'eu'] as const).map((profile) => (
            <tr key={profile}>
              <th scope="row">{profile === 'se' ? words.swedishProfile : words.euProfile}</th>
              <td>
                <ul class="form-links">
                  {rdfForms.map(({ suffix, label }) => (
                    <li key={suffix}>
                      <a
                        href={`${path}.${suffix}${profile === 'se' ? '' : '?profile=eu'}`}
                        rel="alternate"
                      >
                        {label}
                      </a>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">JSON</th>
            <td>
              <a href={`${path}.json`} rel="alternate">
                JSON
              </a>
            </td>
          </tr>
          <tr>
            <th scope="row">{words.feeds}</th>
            <td>
              <ul class="form-links">
                {(['atom', 'jsonfeed'] as const).map((suffix) => (
                  <li key={suffix}>
                    <a href={`/datasets.${suffix}?organization=${organization}`}>
                      {suffix === 'atom' ? 'Atom' : 'JSON Feed'}
                    </a>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        </tbody>
      </table>
      {[
        ...(iri === address ? [] : [{ label: words.identifier, code: iri }]),
        { label: words.permanentAddress, code: address },
        { label: words.permanentVersion, code: `${base}${versionPath(path, version)}` },
      ].map(({ label, code }) => (
        <CodeBlock key={label} code={code} label={label} language={language} />
      ))}
    </>
  );
}

const rdfForms = Object.values(syntaxes).map(({ name, label }) => ({ suffix: name, label }));

function versionPath(path: string, version: number): string {
  return /\/versions\/\d+$/.test(path) ? path : `${path}/versions/${version}`;
}

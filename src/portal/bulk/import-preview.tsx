import type { ImportPlan } from '../../catalog/import-rows.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Services } from '../../http/services.ts';
import type { RowFault } from '../../sheets/sheets-to-records.ts';
import { Button } from '../components/button.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Tag } from '../components/tag.tsx';
import { plainViewing } from '../records/plain-viewing.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { seenField } from './bulk-fields.ts';
import { BulkPreview } from './bulk-preview.tsx';

/** More faults than this are told of by their number. */
const mostFaults = 50;

/** What reading in a spreadsheet would do: faults by row and column, what is new, what changes, what is refused. */
export function ImportPreview({
  plan: { plan, made },
  faults,
  bytes,
  workspace: { address, signedIn, language },
  services,
}: {
  readonly plan: ImportPlan;
  readonly faults: readonly RowFault[];
  readonly bytes: Buffer;
  readonly workspace: Workspace;
  readonly services: Services;
}) {
  const { sheets: say, bulk, forms } = wordsIn(language);
  const shown = { ...plan, rows: plan.rows.filter(({ outcome }) => outcome !== 'unchanged') };
  const unchanged = plan.rows.length - shown.rows.length;
  const count =
    shown.rows.filter(({ outcome }) => outcome === 'changed').length +
    made.filter(({ reason }) => reason === undefined).length;
  return (
    <>
      {faults.length > 0 && (
        <Notice kind="warn" language={language} title={say.faults(faults.length)}>
          <ul>
            {faults.slice(0, mostFaults).map(({ sheet, row, column, message }) => (
              <li key={`${sheet} ${row} ${column}`}>
                {say.at(sheet, formatNumber(row, language), column)}: {message[language]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {made.length > 0 && (
        <>
          <p>{say.madeHelp}</p>
          <ul class="bulk-rows">
            {made.map(({ name, description, reason }) => (
              <li key={name}>
                <h2 class="row-title">
                  <span dir="auto">{titleOf(description.content, language) ?? name}</span>{' '}
                  <Tag tone={reason === undefined ? 'good' : 'wrong'}>
                    {reason === undefined ? say.made : bulk.outcomes.refused}
                  </Tag>
                </h2>
                {reason !== undefined && <p>{reason[language]}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      {shown.rows.length > 0 && (
        <BulkPreview plan={shown} viewing={plainViewing(services, language)} />
      )}
      {unchanged > 0 && <p class="quiet">{say.unchanged(unchanged)}</p>}
      {count === 0 ? (
        <p>
          {bulk.nothing} <a href={`${address}/import`}>{say.title}</a>
        </p>
      ) : (
        <Form action={`${address}/import`} signedIn={signedIn} files>
          <input type="hidden" name="step" value="apply" />
          <input type="hidden" name="seen" value={seenField(plan.rows)} />
          <input type="hidden" name="content" value={bytes.toString('base64')} />
          <FormButtons>
            <Button>{say.apply(count)}</Button>
            <a href={`${address}/import`}>{forms.cancel}</a>
          </FormButtons>
        </Form>
      )}
    </>
  );
}

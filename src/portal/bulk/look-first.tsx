import type { DeclarationWords } from '../../catalog/declare.ts';
import type { BulkPlan } from '../../catalog/plan-bulk.ts';
import type { Services } from '../../http/services.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary, type FieldFault } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { TextArea } from '../components/text-area.tsx';
import { DeclarationFields } from '../publishing/declaration-fields.tsx';
import { plainViewing } from '../records/plain-viewing.ts';
import { wordsIn } from '../words/words.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { seenField } from './bulk-fields.ts';
import { BulkPreview } from './bulk-preview.tsx';
import { Carried } from './bulk-questions.tsx';

/** What is said before a change of many is looked at, and goes along with it. */
const said = ['action', 'property', 'mode', 'value', 'valueSv', 'valueEn', 'series', 'to'];

/** The rows, what else has to be said, and the button. */
export function LookFirst({
  plan,
  workspace: { address, signedIn, language },
  fields,
  words,
  services,
  faults,
}: {
  readonly plan: BulkPlan;
  readonly workspace: Workspace;
  readonly fields: ReadonlyMap<string, string>;
  /** What the declaration begins with; undefined where none is made. */
  readonly words: DeclarationWords | undefined;
  readonly services: Services;
  readonly faults: readonly FieldFault[];
}) {
  const { bulk: say, forms } = wordsIn(language);
  const count = plan.rows.filter(({ outcome }) => outcome === 'changed').length;
  const isRefused = plan.rows.some(({ outcome }) => outcome === 'refused');
  return (
    <>
      <ErrorSummary faults={faults} language={language} />
      <BulkPreview plan={plan} viewing={plainViewing(services, language)} />
      {count === 0 ? (
        <p>
          {say.nothing} <a href={`${address}/datasets`}>{say.back}</a>
        </p>
      ) : (
        <Form action={`${address}/bulk`} signedIn={signedIn}>
          <Carried fields={fields} names={said} />
          <input type="hidden" name="step" value="apply" />
          <input type="hidden" name="seen" value={seenField(plan.rows)} />
          {isRefused && <p>{say.someRefused}</p>}
          {words !== undefined && (
            <DeclarationFields words={words} faults={faults} language={language} />
          )}
          {fields.get('action') === 'withdraw' && (
            <TextArea
              name="reason"
              rows={3}
              label={say.reason}
              help={say.reasonHelp}
              maxLength={500}
              isOptional
              language={language}
            />
          )}
          <FormButtons>
            <Button>{say.apply(count)}</Button>
            <a href={`${address}/datasets`}>{forms.cancel}</a>
          </FormButtons>
        </Form>
      )}
    </>
  );
}

import { wordsIn } from '../words/words.ts';
import type { Workspace } from './open-workspace.ts';

/** What to do first in an organisation that has described nothing yet: the steps that this person may take, each with the way there. */
export function FirstSteps({
  workspace: { address, language, may },
}: {
  readonly workspace: Pick<Workspace, 'address' | 'language' | 'may'>;
}) {
  const say = wordsIn(language).ownRecords.begin;
  return (
    <ol class="first-steps">
      {may('edit-organization') && (
        <li>
          <a href={`${address}/profile`}>{say.profile}</a>
          <p class="quiet">{say.profileHelp}</p>
        </li>
      )}
      {may('manage-members') && (
        <li>
          <a href={`${address}/members`}>{say.members}</a>
          <p class="quiet">{say.membersHelp}</p>
        </li>
      )}
      <li>
        <a href={`${address}/datasets/new`}>{say.first}</a>
        <p class="quiet">
          {say.firstHelp} <a href={`${address}/import`}>{say.sheet}</a>
        </p>
      </li>
    </ol>
  );
}

import type { Services } from '../../http/services.ts';
import type { Issue } from '../../kernel/issue.ts';
import type { NodeObject } from '../../profile/record.ts';
import { irisOf, thingsOf } from '../../profile/rules/node-values.ts';
import { hopefulLookup } from '../../quality/link-state.ts';
import { type Quality, qualityJudge } from '../../quality/quality-judge.ts';
import { Icon } from '../components/icon.tsx';
import { LiveRegion } from '../components/live-region.tsx';
import type { EditorTold } from '../islands/editor/editor-parts.ts';
import { judgingAsset } from '../judging-asset.ts';
import { mapFiles } from '../maps/map-files.ts';
import { wordsIn } from '../words/words.ts';
import type { OpenEditor } from './open-editor.ts';

/**
 * What the editor's script is told: what the record is, where it fetches what it judges by, its words, and how an issue is drawn.
 * Nothing of it is seen.
 */
export function EditorScript({ told }: { readonly told: EditorTold }) {
  const words = wordsIn(told.language).editor;
  const icons = { error: 'wrong', warning: 'warning', info: 'note' } as const;
  return (
    <div data-editor={JSON.stringify(told)}>
      <LiveRegion id="editor-status" />
      {(['error', 'warning', 'info'] as const).map((level) => (
        <template key={level} id={`issue-${level}`}>
          <li class={level}>
            <Icon name={icons[level]} />
            <span>
              <span class="hidden-visually">{words.levels[level]}: </span>
              <span data-message />
            </span>
          </li>
        </template>
      ))}
    </div>
  );
}

/** What the script of an editor's page is told. @param content what the form shows */
export async function editorTold(
  { context, quality, site }: Services,
  { kind, name, resource, workspace }: OpenEditor,
  content: NodeObject,
): Promise<EditorTold> {
  const { language, organization, signedIn } = workspace;
  const links = await quality.store.links(addressesOf(content));
  const { tiles } = site;
  return {
    subject: {
      kind,
      name,
      iri: resource.iri,
      owner: organization.name,
      base: context.base,
    },
    judging: judgingAsset(context.profile).address,
    language,
    map: { ...mapFiles, ...(tiles === undefined ? {} : { tiles }) },
    person: signedIn.person.id,
    links: Object.fromEntries(
      links.flatMap(({ url, answered }) => (answered === undefined ? [] : [[url, answered]])),
    ),
    words: wordsIn(language).editorScript,
  };
}

/** The quality of a settled description as the script will show it: so that nothing changes when it does. */
export function shownQuality(
  { context }: Pick<Services, 'context'>,
  record: NodeObject,
  issues: readonly Issue[],
  { links }: Pick<EditorTold, 'links'>,
): Quality {
  return qualityJudge(context.profile).judge(record, { issues, links: hopefulLookup(links) });
}

/** The addresses whose answers count for the score. */
function addressesOf(content: NodeObject): readonly string[] {
  const found = thingsOf(content, 'distribution').flatMap(({ node = {} }) => [
    ...irisOf(node, 'accessUrl'),
    ...irisOf(node, 'downloadUrl'),
  ]);
  return [...new Set(found)];
}

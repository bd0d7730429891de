import { stands } from '../../catalog/describe.ts';
import { marksOf, writeMarks } from '../../catalog/merge-writings.ts';
import type { Kind } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import type { NodeObject } from '../../profile/record.ts';
import { ErrorSummary, type FieldFault } from '../components/error-summary.tsx';
import { Notice } from '../components/notice.tsx';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { EditorContents } from './editor-contents.tsx';
import { editorFields } from './editor-fields.ts';
import { EditorForm } from './editor-form.tsx';
import { EditorPanel } from './editor-panel.tsx';
import { EditorScript, editorTold, shownQuality } from './editor-script.tsx';
import { type EditorView, shownIssues } from './editor-view.ts';
import { fieldOf } from './issue-anchor.ts';
import { knownThings } from './known-things.ts';
import { type OpenEditor, openEditor } from './open-editor.ts';
import { PropertyInputs } from './property-inputs.tsx';

/** What the page says beside the record. */
export interface EditorPage {
  readonly editor: OpenEditor;
  /** The content that is shown, when it is another than the one that is stored. */
  readonly content?: NodeObject;
  /** What has just happened, in words of the editor. */
  readonly done?: 'draft' | 'restored' | 'duplicated' | 'created' | 'solved' | undefined;
  readonly open?: readonly string[];
  /** Languages that are asked for beside those that are used. */
  readonly languages?: readonly string[];
  /** Everything that is to be mended is said beside its field, empty ones too. */
  readonly isChecked?: boolean;
  /** Faults that have kept something from happening: they are told on top. */
  readonly refused?: boolean;
}

/** The page of the editor. @throws HttpProblem `not-found`. */
export async function showEditor(ctx: Context, services: Services, kind: Kind): Promise<void> {
  const editor = await openEditor(ctx, services, kind);
  const { query } = ctx.state;
  const done = (['draft', 'restored', 'duplicated', 'created', 'solved'] as const).find(
    (one) => one === query.text('done'),
  );
  const open = query.text('open');
  await respondWithEditor(ctx, services, {
    editor,
    done,
    open: open === undefined ? [] : placesTo(open),
    isChecked: query.flag('check'),
    languages: (query.text('languages') ?? '').split(',').filter((tag) => tag !== ''),
  });
}

/** A place and those that it lies in: all have to be unfolded. */
function placesTo(place: string): readonly string[] {
  const steps = place.split('/');
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}

/** Answers with the page of the editor. The status is the caller's to set. */
export async function respondWithEditor(
  ctx: Context,
  services: Services,
  page: EditorPage,
): Promise<void> {
  const { editor, content = editor.content } = page;
  const { workspace, resource, copy, kind, rules, className } = editor;
  const { language } = workspace;
  const words = wordsIn(language);
  const fields = editorFields(rules, className, content);
  const isChecked = page.isChecked === true || page.refused === true;
  const issues = editor.judge(content);
  const view: EditorView = {
    rules,
    language,
    signedIn: workspace.signedIn,
    address: editor.address,
    className,
    fields,
    issues,
    isChecked,
    shown: shownIssues({ issues, fields, isChecked }),
    revision: copy?.revision ?? 0,
    base: copy?.base ?? resource.version,
    seen: writeMarks(marksOf(content)),
    languages: languagesOf(fields, page.languages ?? []),
    open: page.open ?? [],
    known: editor.mayEdit ? await knownThings(services, workspace, className) : {},
    inputs: (spot) => <PropertyInputs key={spot.place} spot={spot} />,
    mayEdit: editor.mayEdit,
  };
  const title = titleOf(content, language) ?? words.editor.untitled[kind];
  const framed = {
    title: words.editor.editing(title),
    language,
    rail: workspace.rail(kind === 'organization' ? 'profile' : 'datasets'),
    width: 'full' as const,
    islands: ['editor'] as const,
    styles: ['editor'] as const,
    hasMap: true,
  };
  const told = await editorTold(services, editor, content);
  const quality =
    kind === 'dataset'
      ? shownQuality(services, editor.settled(content), view.issues, told)
      : undefined;
  respond(
    ctx,
    framed,
    <div class="editor">
      <header class="editor-head">
        <p class="record-kind">{words.editor.kinds[kind]}</p>
        <h1>{title}</h1>
        {!editor.mayEdit && (
          <Notice kind="note" language={language} title={words.editor.readOnly} />
        )}
        {page.done !== undefined && (
          <Notice kind="good" language={language} title={words.editor.done[page.done]} />
        )}
        {page.refused === true && (
          <>
            <Notice kind="wrong" language={language} title={words.editor.refused} />
            <ErrorSummary language={language} faults={faultsOf(view, resource.state !== 'draft')} />
          </>
        )}
      </header>
      <EditorContents view={view} />
      <EditorForm view={view} />
      <EditorPanel view={view} editor={editor} quality={quality} />
      <EditorScript told={told} />
    </div>,
  );
}

/** Swedish and English always, then those that any text is written in, then those that were asked for. */
function languagesOf(
  fields: ReadonlyMap<string, string>,
  asked: readonly string[],
): readonly string[] {
  const used = [...fields.keys()].flatMap((name) => {
    const tag = /\/([a-z]{2,3}(?:-[A-Za-z0-9-]+)?)(?:\/\d+)?$/.exec(name)?.[1];
    return tag === undefined ? [] : [tag];
  });
  return [...new Set(['sv', 'en', ...used, ...asked])];
}

/** What keeps the record from becoming a version, with where it is mended. */
function faultsOf(view: EditorView, isPublic: boolean): readonly FieldFault[] {
  return view.issues
    .filter((issue) => stands(issue, isPublic))
    .map(({ pointer, message }) => ({
      field: fieldOf(view, pointer).anchor,
      text: message[view.language],
    }));
}

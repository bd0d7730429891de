import type { ComponentChildren } from 'preact';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { IconName } from '../icons.ts';
import { wordsIn } from '../words/words.ts';
import { Icon } from './icon.tsx';

export type NoticeKind = 'good' | 'warn' | 'wrong' | 'note';

const icons: Readonly<Record<NoticeKind, IconName>> = {
  good: 'check',
  warn: 'warning',
  wrong: 'wrong',
  note: 'note',
};

/** Something the reader should know before going on: colour, icon and word say which kind it is. */
export function Notice({
  kind,
  language,
  title = wordsIn(language).components.notice[kind],
  children,
}: {
  readonly kind: NoticeKind;
  readonly language: UserLanguage;
  /** Instead of the word of its kind. */
  readonly title?: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={`notice ${kind}`}>
      <Icon name={icons[kind]} />
      <div class="notice-body">
        <p>
          <strong>{title}</strong>
        </p>
        {children}
      </div>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import type { IconName } from '../icons.ts';
import { Icon } from './icon.tsx';

export type Tone = 'plain' | 'action' | 'accent' | 'good' | 'warn' | 'wrong' | 'note' | 'code';

/** A word or two about a thing: its format, its state. A tone is never alone: words say the same, and an icon where it is a state. */
export function Tag({
  children,
  tone = 'plain',
  icon,
}: {
  readonly children: ComponentChildren;
  readonly tone?: Tone;
  readonly icon?: IconName;
}) {
  return (
    <span class={tone === 'plain' ? 'tag' : `tag ${tone}`}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </span>
  );
}

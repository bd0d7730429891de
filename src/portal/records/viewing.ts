import type { Iri } from '../../kernel/iri.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Words } from '../words/words.ts';
import type { ShownText } from './shown-text.ts';

/** What every view of a record needs to know beside the record. */
export interface Viewing {
  readonly profile: Profile;
  readonly language: UserLanguage;
  readonly words: Words['record'];
  readonly base: Iri;
  readonly now: Date;
  /** Records of ours that the shown one points at, by their IRI. */
  readonly known: ReadonlyMap<Iri, RecordLink>;
}

/** A record of ours as a link: its title, and its address as a path. */
export interface RecordLink {
  readonly title: ShownText;
  readonly href: string;
}

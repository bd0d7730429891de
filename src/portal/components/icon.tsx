import { type IconName, icons } from '../icons.ts';

/** A drawing beside words: assistive technology passes it over. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  );
}

import type { LogotypeFacts, PublishingReader } from '../../catalog/publishing-store.ts';
import { brandColour, isSeen } from './brand-colour.ts';
import { Logotype } from './logotype.tsx';

/** What an organisation is known by. */
export interface OrganizationLook {
  readonly logotype: LogotypeFacts | undefined;
  /** `#rrggbb`; null when none is set. */
  readonly colour: string | null;
}

/** The look of the organisation with that id. */
export async function lookOf(
  publishing: PublishingReader,
  organization: string,
): Promise<OrganizationLook> {
  const [logotype, colour] = await Promise.all([
    publishing.logotypeOf(organization),
    publishing.colourOf(organization),
  ]);
  return { logotype, colour };
}

/** The picture above the organisation's name, and a line in its colour. Where the colour is seen too badly, the style sheet's own stands in. */
export function OrganizationBrand({
  look: { logotype, colour },
  name,
}: {
  readonly look: OrganizationLook;
  readonly name: string;
}) {
  const brand = colour === null ? undefined : brandColour(colour);
  if (logotype === undefined && brand === undefined) return null;
  return (
    <div class="brand">
      {logotype !== undefined && <Logotype facts={logotype} name={name} isDecoration />}
      {brand !== undefined && (
        <svg
          class={`brand-line${isSeen(brand.light) ? '' : ' not-light'}${isSeen(brand.dark) ? '' : ' not-dark'}`}
          viewBox="0 0 16 1"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <rect width="16" height="1" fill={brand.colour} />
        </svg>
      )}
    </div>
  );
}

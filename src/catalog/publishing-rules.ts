/** What an organisation demands of its own publications, and what it says by habit. */
export interface PublishingRules {
  /** Whether somebody else than the one who asks must look at a publication first. */
  readonly fourEyes: boolean;
  /** Whether programs, too, must send the owner's declaration. People are always asked for it. */
  readonly declaration: boolean;
  /** Who usually classifies its information, as a role or a unit; null when nothing has been said yet. */
  readonly classifiedBy: string | null;
  /** On what ground it is usually public; null when nothing has been said yet. */
  readonly ground: string | null;
}

/** The rules of an organisation that has set none. */
export const noRules: PublishingRules = {
  fourEyes: false,
  declaration: false,
  classifiedBy: null,
  ground: null,
};

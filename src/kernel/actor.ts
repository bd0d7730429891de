/** Who asks. People come in a later issue; today an actor is a bearer token or nobody. */
export type Role = 'operator' | 'administrator' | 'editor';

export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'token';
      readonly id: string;
      /** What versions and logs call it. */
      readonly name: string;
      readonly role: Role;
      /** Id of the organisation it is bound to; null only for operators. */
      readonly organization: string | null;
    };

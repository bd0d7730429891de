/** The port to which notices people have read and put away. */
export interface DismissalStore {
  /** Ids of the announcements that the person (an id) has put away. */
  dismissed(person: string): Promise<ReadonlySet<string>>;
  /** Remembers it; doing it again is harmless. `at` is ISO 8601, UTC. */
  dismiss(dismissal: {
    readonly person: string;
    readonly announcement: string;
    readonly at: string;
  }): Promise<void>;
}

/** Which announcements people have put away. */
export interface DismissalTables {
  readonly dismissed_announcement: {
    readonly person_id: string;
    readonly announcement_id: string;
    readonly dismissed: string;
  };
}

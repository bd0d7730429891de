/**
 * As many values of a list as a page shows, folded or not: a page is drawn in one go, while others wait. The rest is in the record's
 * other forms, and the page says so.
 */
export const mostShown = 500;

import type { LogFields, Logger } from './log.ts';

/** What somebody who works in the background has to say: an event, and what went wrong when something did. */
export type ToldEvent = { readonly event: string } & (LogFields | { readonly error: unknown });

/** Writes it in the log. */
export function tellEvent(logger: Logger, { event, ...fields }: ToldEvent): void {
  if ('error' in fields) {
    const { error, ...rest } = fields;
    logger.fault(event, error, rest);
  } else logger.info(event, fields);
}

import type { MailMessage } from './mail-message.ts';

/** A way that letters leave by. */
export interface MailTransport {
  /**
   * @param id of the letter, the same in every attempt
   * @throws HopelessJob when the receiver's server says that it will never take it; any other error may be over the next time.
   */
  send(id: string, message: MailMessage): Promise<void>;
}

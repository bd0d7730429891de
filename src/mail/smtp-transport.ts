import { createTransport } from 'nodemailer';
import { HopelessJob } from '../jobs/job.ts';
import type { MailTransport } from './mail-transport.ts';

/** Milliseconds for a server to take the connection, to greet, and to say anything. */
const usual = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Letters by SMTP. `smtps:` speaks TLS from the first byte, `smtp:` changes to it before anything is said and refuses to go on
 * without (RFC 8314 §3.3); only to this machine itself may it be plain.
 * @param address `smtps://user:password@host:465` or `smtp://user:password@host:587`
 */
export function smtpTransport(address: string, patience = usual): MailTransport {
  const { protocol, hostname, port, username, password } = new URL(address);
  const isTls = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const isHere = isLoopback(host);
  const transport = createTransport({
    ...patience,
    host,
    port: port === '' ? (isTls ? 465 : 587) : Number(port),
    secure: isTls,
    requireTLS: !isTls && !isHere,
    ignoreTLS: !isTls && isHere,
    tls: { minVersion: 'TLSv1.2' },
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(_, message) {
      try {
        await transport.sendMail(message);
      } catch (error) {
        if (isFinal(error)) {
          throw new HopelessJob(`The mail server refused the letter: ${textOf(error)}`, {
            cause: error,
          });
        }
        throw error;
      }
    },
  };
}

/** Whether the address is this machine's own. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** A reply of 5xx about the receiver or the letter: RFC 5321 §4.2.1. One about us (a wrong password) the operator can mend. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('command' in error))
    return false;
  const isRefusal = typeof error.responseCode === 'number' && error.responseCode >= 500;
  return isRefusal && (error.command === 'RCPT TO' || error.command === 'DATA');
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Addresses that hold a secret: nobody else is to read them. */
const secret = /^\/(?:join|support|invitations|reset|register|confirm|sign-in|account)(?:\/|$)/;

/** Where a fault of the page at this address (path and query) is told of. The form knows the page, but never a secret. */
export function reportAddress(address: string): string {
  const isShown = /^\/(?!\/)/.test(address) && !secret.test(address) && address.length <= 500;
  return isShown && address !== '/report' && !address.startsWith('/report?')
    ? `/report?page=${encodeURIComponent(address)}`
    : '/report';
}

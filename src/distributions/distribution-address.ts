/** The addresses of a distribution whose file is kept here. What they give is decided by what the published description says. */

/** What the file is downloaded from: it stays when the file is replaced. */
export function downloadAddress(base: string, distribution: string, fileName: string): string {
  return `${base}/distributions/${distribution}/${encodeURIComponent(fileName)}`;
}

/** Id of the distribution that the address is of; undefined when it is no such address of ours. */
export function distributionAt(base: string, address: string): string | undefined {
  const start = `${base}/distributions/`;
  if (!address.startsWith(start)) return undefined;
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\/|$)/.exec(
    address.slice(start.length),
  )?.[0];
}

/** A name that a file can have in an address and on any disk, from what somebody calls it. */
export function safeFileName(name: string, extension: string): string {
  const stem = name
    .replace(/^.*[/\\]/, '')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${stem === '' ? 'data' : stem}.${extension}`;
}

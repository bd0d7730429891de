/** Resolves when a signal has come and what it asks for is done. A second signal ends the process at once. */
export async function untilStopped(
  stop: (signal: 'SIGTERM' | 'SIGINT') => Promise<void>,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let asked = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        // A second signal means now.
        if (asked) process.exit(1);
        asked = true;
        stop(signal).then(resolve, reject);
      });
    }
  });
}

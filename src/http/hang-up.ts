import type { Context } from './context.ts';
import { ClientGone } from './http-problem.ts';

/** The client's hanging up, as a signal, for as long as there is something to break off. */
export interface HangUp extends Disposable {
  /** Aborted with `ClientGone` when the connection ends before the reply has been sent. */
  readonly signal: AbortSignal;
  /** From here on the work is done to its end, whether anybody waits for it or not. */
  ignore(): void;
}

/** Listens for the client's hanging up, until it is disposed of. */
export function hangUp({ req, res }: Pick<Context, 'req' | 'res'>): HangUp {
  const controller = new AbortController();
  // Of the reply, not of the request: that one is closed when its content has been read.
  const onClose = (): void => {
    if (!res.writableFinished) controller.abort(new ClientGone());
  };
  const ignore = (): void => void res.off('close', onClose);
  if (req.socket.destroyed) onClose();
  else res.once('close', onClose);
  return { signal: controller.signal, ignore, [Symbol.dispose]: ignore };
}

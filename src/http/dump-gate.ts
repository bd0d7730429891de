import { HttpProblem } from './http-problem.ts';

/** Lets at most so many large streams run at once; the rest are told to come back rather than made to wait. */
export interface DumpGate {
  /**
   * @returns a function that gives the place back; calling it again does nothing
   * @throws HttpProblem `busy` with `Retry-After` when all places are taken.
   */
  enter(): () => void;
}

/** @param places streams at once @param retryAfter seconds that the others are asked to wait */
export function createDumpGate(places: number, retryAfter = 10): DumpGate {
  let taken = 0;
  return {
    enter: () => {
      if (taken >= places) {
        throw new HttpProblem(
          'busy',
          {
            sv: 'Många hämtar hela kataloger just nu.',
            en: 'Many are fetching whole catalogues right now.',
          },
          { headers: { 'Retry-After': String(retryAfter) } },
        );
      }
      taken += 1;
      let left = false;
      return () => {
        if (left) return;
        left = true;
        taken -= 1;
      };
    },
  };
}

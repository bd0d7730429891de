import type { Localized } from '../kernel/issue.ts';
import { HttpProblem } from './http-problem.ts';

/**
 * Lets at most so many large streams run at once; the rest are told to come back rather than made to wait. One subscriber gets
 * half of the places at most, so that none keeps the others from theirs.
 */
export interface DumpGate {
  /**
   * @param subscriber as the limits of requests count them
   * @returns a function that gives the place back; calling it again does nothing
   * @throws HttpProblem with `Retry-After`: `busy` when all places are taken, `too-many-requests` when it is the subscriber that has its part.
   */
  enter(subscriber: string): () => void;
}

/** @param places streams at once @param retryAfter seconds that the others are asked to wait */
export function createDumpGate(places: number, retryAfter = 10): DumpGate {
  const part = Math.max(1, Math.floor(places / 2));
  const held = new Map<string, number>();
  let taken = 0;
  const headers = { 'Retry-After': String(retryAfter) };
  return {
    enter: (subscriber) => {
      const own = held.get(subscriber) ?? 0;
      if (taken >= places) throw new HttpProblem('busy', full, { headers });
      if (own >= part) throw new HttpProblem('too-many-requests', greedy(part), { headers });
      taken += 1;
      held.set(subscriber, own + 1);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        taken -= 1;
        const others = (held.get(subscriber) ?? 1) - 1;
        if (others > 0) held.set(subscriber, others);
        else held.delete(subscriber);
      };
    },
  };
}

const full = {
  sv: 'Många hämtar hela kataloger just nu.',
  en: 'Many are fetching whole catalogues right now.',
};

function greedy(part: number): Localized {
  return {
    sv: `Högst ${part} hela kataloger i taget kan hämtas från en adress. Vänta tills de är hämtade.`,
    en: `At most ${part} whole catalogues at a time can be fetched from one address. Wait until they are here.`,
  };
}

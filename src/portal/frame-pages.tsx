import { createHash } from 'node:crypto';
import type { Pages } from '../http/pages.ts';
import { FactsMain } from './facts.tsx';
import { respond } from './respond.tsx';

/** The pages that need no catalogue: facts and problems in the frame that all pages have. */
export function framePages(): Pick<Pages, 'version' | 'facts' | 'problem'> {
  return {
    version: createHash('sha256').update(String(process.pid)).digest('hex').slice(0, 8),
    facts: (ctx, page) => respond(ctx, page, <FactsMain {...page} />),
    problem: (ctx, { title, detail, status, type, requestId, language }) => {
      const page = {
        title,
        language,
        rows: [
          { label: { sv: 'Vad som hände', en: 'What happened' }[language], value: detail },
          { label: { sv: 'Status', en: 'Status' }[language], value: String(status) },
          { label: 'X-Request-ID', value: requestId },
        ],
        links: [
          { text: { sv: 'Mer om felet', en: 'More about the problem' }[language], href: type },
          { text: { sv: 'Till startsidan', en: 'To the start page' }[language], href: '/' },
        ],
      };
      respond(ctx, page, <FactsMain {...page} />);
    },
  };
}

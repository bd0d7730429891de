import { isWebAddress } from '../kernel/iri.ts';
import type { Letter, LetterPart } from './letter.ts';
import { closingWords, type Sender } from './letter-words.ts';

/** The letter as HTML of the same words: no tables, no pictures, nothing that is fetched, so nobody learns that it was read. */
export function letterHtml(letter: Letter, sender: Sender): string {
  const { language, subject, parts } = letter;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="site">${escaped(sender.title)}</p>
${parts.map(partHtml).join('\n')}
<hr>
<p class="closing">${escaped(closingWords(sender, language))}</p>
</main>
</body>
</html>
`;
}

const style = `
body { margin: 0; font: 16px/1.5 system-ui, "Segoe UI", sans-serif; }
main { max-width: 36em; margin: 0 auto; padding: 24px 16px; }
.site { font-weight: 600; }
.action a { display: inline-block; padding: 12px 20px; border-radius: 4px; background: #00425f; color: #ffffff; text-decoration: none; }
blockquote { margin: 16px 0; padding: 0 0 0 16px; border-left: 4px solid #8a9aa5; }
dt { font-weight: 600; }
dd { margin: 0 0 8px; }
.address, .closing { font-size: 14px; overflow-wrap: anywhere; }
`;

function partHtml(part: LetterPart): string {
  switch (part.kind) {
    case 'text':
      return paragraphs(part.text);
    case 'action': {
      const href = escaped(part.href);
      if (!isWebAddress(part.href)) return `<p>${escaped(part.label)}: ${href}</p>`;
      return `<p class="action"><a href="${href}">${escaped(part.label)}</a></p>
<p class="address">${href}</p>`;
    }
    case 'quote':
      return `<blockquote>${paragraphs(part.text)}</blockquote>`;
    case 'facts':
      return `<dl>${part.rows
        .map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${lines(value)}</dd>`)
        .join('')}</dl>`;
  }
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${lines(paragraph)}</p>`)
    .join('\n');
}

function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

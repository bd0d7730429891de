import { mostPoints } from './metrics.ts';
import { type Rating, ratingOf } from './rating.ts';

/** Colours that white text can be read on (WCAG 2.2 §1.4.3). */
const colours: Readonly<Record<Rating, string>> = {
  excellent: '#1b6b3a',
  good: '#0f5a5c',
  sufficient: '#7a4e00',
  bad: '#a61b1b',
};

/** Units that a character takes, as good as can be known without the reader's font. */
const characterWidth = 6.6;
const padding = 8;

/** A badge to put on another site: what is measured, and the points. SVG without script, style or anything from elsewhere. */
export function badge({
  label,
  total,
  word,
}: {
  /** What is measured: `Metadatakvalitet`. */
  readonly label: string;
  /** Undefined when nothing has been measured. */
  readonly total: number | undefined;
  /** What the score is called, or what is said without one. */
  readonly word: string;
}): string {
  const text = total === undefined ? word : `${total}/${mostPoints} ${word}`;
  const left = Math.round(label.length * characterWidth + 2 * padding);
  const right = Math.round(text.length * characterWidth + 2 * padding);
  const colour = total === undefined ? '#4a5754' : colours[ratingOf(total)];
  const said = escaped(`${label}: ${text}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="22" role="img" aria-label="${said}"><title>${said}</title><rect width="${left}" height="22" fill="#17211f"/><rect x="${left}" width="${right}" height="22" fill="${colour}"/><g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11"><text x="${padding}" y="15">${escaped(label)}</text><text x="${left + padding}" y="15">${escaped(text)}</text></g></svg>\n`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

import type { Letter, LetterPart } from './letter.ts';
import { closingWords, type Sender } from './letter-words.ts';

/** The letter as plain text. */
export function letterText({ parts, language }: Letter, sender: Sender): string {
  return `${parts.map(partText).join('\n\n')}\n\n-- \n${closingWords(sender, language)}\n`;
}

function partText(part: LetterPart): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'action':
      return `${part.label}:\n${part.href}`;
    case 'quote':
      return part.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
    case 'facts':
      return part.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
  }
}

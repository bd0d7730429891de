/** An organisation's colour, judged before it is shown: WCAG 2.2 §1.4.11 asks 3:1 of what means something. */
export interface BrandColour {
  /** `#rrggbb`. */
  readonly colour: string;
  /** Contrast against the paper of each scheme. */
  readonly light: number;
  readonly dark: number;
}

/** The papers of `tokens.css`. */
const papers = { light: '#ffffff', dark: '#111817' } as const;

const least = 3;

/** The colour with its contrasts; undefined for what is none. `0a5` and `#00AA55` are colours. */
export function brandColour(text: string): BrandColour | undefined {
  const match = /^#?(?:([0-9a-f]{6})|([0-9a-f]{3}))$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, six, three = ''] = match;
  const colour = `#${(six ?? three.replace(/./g, '$&$&')).toLowerCase()}`;
  return {
    colour,
    light: contrast(colour, papers.light),
    dark: contrast(colour, papers.dark),
  };
}

/** Whether it can be seen well enough on that paper; where not, the site's own colour stands in. */
export function isSeen(contrastWithPaper: number): boolean {
  return contrastWithPaper >= least;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

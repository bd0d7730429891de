import { createHash } from 'node:crypto';
import { CatalogError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/issue.ts';

/**
 * A logotype made anew of a picture that somebody sent: only its pixels come through, no metadata, no scripts, no second file in the
 * same bytes. Vector pictures are refused, because they are programs. ASVS 5.0 §5.2, §1.3.4.
 */
export interface MadeLogotype {
  readonly png: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the bytes, hex. */
  readonly digest: string;
}

/** Bytes that a picture may have when it is sent. */
export const mostLogotypeBytes = 2 * 1024 * 1024;

/** Pixels that it may unfold to: some kilobytes can hold a picture of gigabytes. */
const mostPixels = 16_000_000;
/** Pixels that it is made of at least: less than this is not to be seen. */
const least = 32;
/** Pixels of the picture that is kept, twice what pages show. */
const kept = { width: 480, height: 240 } as const;
const seconds = 5;

/** How each form that is taken begins. PNG §5.2, JPEG (ITU-T T.81 §B.1.1), WebP (RFC 9649 §2.4). */
const beginnings: readonly ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')),
  (bytes) =>
    bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
];

/** @throws CatalogError `invalid-record` that says what is wrong with the picture. */
export async function makeLogotype(sent: Buffer): Promise<MadeLogotype> {
  if (!beginnings.some((begins) => begins(sent))) {
    throw refused({
      sv: 'Skicka en bild i formatet PNG, JPEG eller WebP. SVG tas inte emot, eftersom sådana filer kan innehålla program.',
      en: 'Send a picture as PNG, JPEG or WebP. SVG is not taken, because such files can hold programs.',
    });
  }
  const sharp = await onlyRaster();
  const options = { limitInputPixels: mostPixels, failOn: 'error', pages: 1 } as const;
  try {
    const { width, height } = await sharp(sent, options).metadata();
    if (width < least || height < least) throw tooSmall();
    const { data, info } = await sharp(sent, options)
      .autoOrient()
      .timeout({ seconds })
      .resize({ ...kept, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    const digest = createHash('sha256').update(data).digest('hex');
    return { png: data, width: info.width, height: info.height, digest };
  } catch (error) {
    if (error instanceof CatalogError) throw error;
    throw refused(
      {
        sv: 'Bilden kan inte läsas: den är trasig, eller har fler än 16 miljoner bildpunkter. Spara om den mindre och försök igen.',
        en: 'The picture cannot be read: it is broken, or has more than 16 million pixels. Save it smaller and try again.',
      },
      error,
    );
  }
}

/** The library, with all that reads other things than these three forms closed. It is large, so only this reads it in. */
async function onlyRaster() {
  const { default: sharp } = await import('sharp');
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp'],
  });
  return sharp;
}

function tooSmall(): CatalogError {
  return refused({
    sv: `Bilden är för liten. Den behöver vara minst ${least} bildpunkter på båda ledder.`,
    en: `The picture is too small. It needs at least ${least} pixels each way.`,
  });
}

function refused(detail: Localized, cause?: unknown): CatalogError {
  return new CatalogError('invalid-record', detail, {
    issues: [
      {
        rule: 'logotype',
        level: 'error',
        blocks: 'storing',
        pointer: '/logotype',
        message: detail,
      },
    ],
    ...(cause === undefined ? {} : { cause }),
  });
}

import {
  kindOfMediaType,
  mediaTypeKinds as kinds,
  type MediaTypeKind,
} from './media-type-kinds.ts';
import { openZip, readEntry } from './zip-archive.ts';

/**
 * What kind of thing a ZIP file is, by what lies in it: documents of offices, shapefiles and timetables are all ZIP files.
 * ECMA-376 Part 2; OpenDocument 1.3 Part 2 §3.3. One that cannot be read is a ZIP file and nothing more.
 */
export async function mediaTypeOfZip(path: string): Promise<MediaTypeKind> {
  try {
    await using zip = await openZip(path);
    const names = zip.entries.map(({ name }) => name.toLowerCase());
    const has = (...wanted: readonly string[]) => wanted.every((name) => names.includes(name));
    if (has('[content_types].xml')) {
      if (has('xl/workbook.bin')) return kinds.xlsb;
      if (has('xl/vbaproject.bin')) return kinds.xlsm;
      if (names.some((name) => name.startsWith('xl/'))) return kinds.xlsx;
      if (names.some((name) => name.startsWith('word/'))) return kinds.docx;
      if (names.some((name) => name.startsWith('ppt/'))) return kinds.pptx;
    }
    const own = zip.entries.find(({ name }) => name === 'mimetype');
    if (own !== undefined) {
      const mediaType = (await readEntry(zip, own, 200)).toString('latin1').trim();
      if (/^[\w.+-]+\/[\w.+-]+$/.test(mediaType)) {
        return kindOfMediaType(mediaType) ?? otherKind(mediaType);
      }
    }
    if (names.some((name) => name.endsWith('.shp'))) return kinds.shapefile;
    if (has('stops.txt', 'routes.txt', 'trips.txt')) return kinds.gtfs;
    return names.some((name) => name.endsWith('.kml')) ? kinds.kmz : kinds.zip;
  } catch {
    // Broken or too much: whoever opens it says so.
    return kinds.zip;
  }
}

/** A kind of which no more is known than its media type. */
export function otherKind(mediaType: string): MediaTypeKind {
  return { mediaType, extensions: [], noun: { sv: mediaType, en: mediaType } };
}

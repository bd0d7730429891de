import type { Localized } from '../kernel/issue.ts';

/**
 * File types as people look for them: not `XLSX` but "Excel". Codes are those of the EU's file types
 * (`/vocabularies/file-type.json`); a code that no group has is in `other`.
 */
export interface FormatGroup {
  /** As in addresses: `format=excel`. */
  readonly name: string;
  readonly label: Localized;
  readonly codes: readonly string[];
}

export const formatGroups: readonly FormatGroup[] = [
  group('csv', 'CSV och text i kolumner', 'CSV and text in columns', 'CSV TSV TAB'),
  group('excel', 'Excel och kalkylblad', 'Excel and spreadsheets', 'XLSX XLS XLSM XLSB ODS'),
  group('json', 'JSON', 'JSON', 'JSON YAML'),
  group('xml', 'XML', 'XML', 'XML ATOM RSS SCHEMA_XML XSLT AKN4EU EFORMS_XML'),
  group(
    'rdf',
    'Länkade data (RDF)',
    'Linked data (RDF)',
    'RDF RDF_XML RDF_TURTLE RDF_N_TRIPLES RDF_N_QUADS RDF_TRIG RDF_TRIX RDF_THRIFT RDFA JSON_LD N3 OWL SKOS_XML HDT SPARQLQ SPARQLQRES',
  ),
  group(
    'map',
    'Karta och geodata',
    'Maps and geodata',
    'GEOJSON GML KML KMZ GMZ GPKG SHP GDB GEOTIFF TIFF_FX WMS_SRVC WFS_SRVC WCS_SRVC WMTS_SRVC MAP_SRVC MAP_PRVW DWG DXF DGN LAS LAZ E00 ECW GRID GRID_ASCII MIF_MID TAB_RSTR WORLD ARCINFO_COV XYZ QGS MXD MRSID',
  ),
  group('api', 'API', 'API', 'REST'),
  group(
    'data',
    'Andra dataformat',
    'Other data formats',
    'PARQUET NETCDF HDF SDMX SQL DBF MDB ODB GTFS ICS',
  ),
  group(
    'text',
    'Dokument',
    'Documents',
    'PDF PDF1X PDFA1A PDFA1B PDFA2A PDFA2B PDFA3 PDFUA PDFX DOCX DOC ODT RTF TXT HTML HTML5 XHTML PPTX PPT ODP EPUB PS',
  ),
  group(
    'media',
    'Bild, ljud och film',
    'Image, sound and film',
    'PNG JPEG JPEG2000 SVG GIF TIFF WEBP BMP EPS PSD MP3 WAV BWF AAC MPEG2 MPEG4 MPEG4_AVC MOV',
  ),
  group(
    'archive',
    'Komprimerade filer',
    'Compressed files',
    'ZIP GZIP TAR TAR_GZ TAR_XZ 7Z RAR BZIP2 XZ LZIP Z',
  ),
  group('other', 'Övriga format', 'Other formats', ''),
];

const groupOfCode = new Map(
  formatGroups.flatMap(({ name, codes }) => codes.map((code) => [code, name])),
);

/** The name of the group that a file type is in. */
export function formatGroupOf(code: string): string {
  return groupOfCode.get(code) ?? 'other';
}

function group(name: string, sv: string, en: string, codes: string): FormatGroup {
  return { name, label: { sv, en }, codes: codes === '' ? [] : codes.split(' ') };
}

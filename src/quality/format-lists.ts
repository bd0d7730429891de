/**
 * Which formats programs can read, and which belong to nobody: short names of the EU's file types, in the copy that the European
 * score uses. "Metadata quality assessment methodology", data.europa.eu, interoperability.
 */

export const machineReadable: ReadonlySet<string> = new Set(
  `CSV GEOJSON ICS JSON JSON_LD KML KMZ NETCDF ODS RDFA RDF_N_QUADS RDF_N_TRIPLES RDF_TRIG RDF_TURTLE RDF_XML RSS SHP XLS XLSX XML`.split(
    ' ',
  ),
);

export const nonProprietary: ReadonlySet<string> = new Set(
  `BMP CSV DBF GEOJSON GZIP HTML ICS JPEG2000 JSON JSON_LD KML KMZ NETCDF ODS PNG RDF_N_QUADS RDF_N_TRIPLES RDF_TRIG RDF_TURTLE RDF_XML RSS RTF TAR TIFF TSV TXT WMS_SRVC XML ZIP`.split(
    ' ',
  ),
);

/** Ways to write RDF: the fourth star. */
export const linkedData: ReadonlySet<string> = new Set(
  'JSON_LD N3 RDF RDFA RDF_N_QUADS RDF_N_TRIPLES RDF_TRIG RDF_TURTLE RDF_XML'.split(' '),
);

import type { DistributionView } from './distribution-view.ts';
import { shellQuote } from './shell-quote.ts';
import type { Viewing } from './viewing.ts';

/**
 * Ready steps to use the data in the tools that people have. Each tool gets the file that suits it best; addresses are quoted by
 * the rules of the language that they stand in, as descriptions come from anywhere.
 */

export const tools = ['curl', 'python', 'r', 'javascript', 'excel', 'qgis'] as const;
export type Tool = (typeof tools)[number];

/** How to get the data into one tool. */
export interface UseStep {
  readonly tool: Tool;
  /** Title of the distribution that the steps are about. */
  readonly file: DistributionView['title'];
  /** What to do by hand, in order. */
  readonly steps: readonly string[];
  /** What to type or paste. */
  readonly code?: string;
}

/** A file or service that can be asked for by a program: its address is in the form that all languages take, ASCII and whole. */
interface Source {
  readonly title: DistributionView['title'];
  readonly url: string;
  readonly format: string;
  readonly isZipped: boolean;
  readonly isFile: boolean;
  /** The publisher says that the address is the file's own. */
  readonly isDownload: boolean;
}

const spatialServices: ReadonlySet<string> = new Set([
  'WFS_SRVC',
  'WMS_SRVC',
  'WMTS_SRVC',
  'WCS_SRVC',
]);

/** The best formats first; tools take what they know and nothing else. */
const suits: Readonly<Record<Exclude<Tool, 'curl'>, readonly string[]>> = {
  python: [
    'CSV',
    'TSV',
    'PARQUET',
    'GEOJSON',
    'JSON',
    'GPKG',
    'XLSX',
    'XLS',
    'ODS',
    'RDF_TURTLE',
    'RDF_XML',
    'JSON_LD',
  ],
  r: ['CSV', 'TSV', 'PARQUET', 'GEOJSON', 'JSON', 'GPKG', 'XLSX', 'XLS'],
  javascript: ['JSON', 'GEOJSON', 'JSON_LD', 'CSV', 'TSV'],
  excel: ['XLSX', 'CSV', 'TSV', 'XLS', 'JSON', 'XML'],
  qgis: ['GPKG', 'GEOJSON', 'WFS_SRVC', 'SHP', 'GML', 'KML', 'WMS_SRVC', 'WMTS_SRVC', 'WCS_SRVC'],
};

/** The tools that the data can be used in as it is, each with its steps. `name` is the record's, for a file that has no name. */
export function useSteps(
  distributions: readonly DistributionView[],
  name: string,
  { words }: Pick<Viewing, 'words'>,
): readonly UseStep[] {
  const sources = distributions.flatMap(sourceOf);
  return tools.flatMap((tool) => {
    const source =
      tool === 'curl'
        ? (sources.find(({ isDownload }) => isDownload) ??
          sources.find(({ isFile }) => isFile) ??
          sources[0])
        : bestOf(tool, sources);
    return source === undefined
      ? []
      : [{ tool, file: source.title, ...stepsIn(tool, source, name, words) }];
  });
}

/** A line that fetches a description in one of its forms. */
export interface OwnLine {
  readonly form: string;
  readonly code: string;
}

/** Lines that fetch the description from here: they work wherever the data itself lies. @param address of the record, without a suffix */
export function ownLines(address: string, name: string): readonly OwnLine[] {
  return [
    { form: 'JSON', suffix: 'json' },
    { form: 'Turtle', suffix: 'ttl' },
  ].map(({ form, suffix }) => ({
    form,
    code: `curl --fail --location --output ${shellQuote(`${name}.${suffix}`)} ${shellQuote(`${address}.${suffix}`)}`,
  }));
}

function stepsIn(
  tool: Tool,
  source: Source,
  name: string,
  words: Viewing['words'],
): Pick<UseStep, 'steps' | 'code'> {
  switch (tool) {
    case 'curl':
      return { steps: [], code: curl(source, name) };
    case 'python':
      return { steps: [], code: python(source) };
    case 'r':
      return { steps: [], code: r(source) };
    case 'javascript':
      return { steps: [], code: javascript(source) };
    case 'excel':
      return { steps: words.excelSteps, code: source.url };
    case 'qgis':
      return { steps: words.qgisSteps(qgisLayer(source.format)), code: source.url };
  }
}

function sourceOf(view: DistributionView): readonly Source[] {
  const { downloads, accesses, format, title } = view;
  const isService = spatialServices.has(format?.code ?? '');
  const written =
    downloads[0] ?? (isService || format?.code !== undefined ? accesses[0] : undefined);
  const url = written === undefined ? undefined : wholeAddress(written);
  if (url === undefined) return [];
  return [
    {
      title,
      url,
      format: format?.code ?? '',
      isZipped: format?.isZipped ?? false,
      isDownload: downloads.length > 0 && !isService,
      isFile: !isService && format?.code !== 'HTML' && format?.code !== 'SERVICE',
    },
  ];
}

/** An address of the web in ASCII, with what is special in quotes escaped; undefined for what is none. */
export function wholeAddress(written: string): string | undefined {
  if (!URL.canParse(written) || written.length > 2000) return undefined;
  const { href, protocol, username, password } = new URL(written);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return undefined;
  return href.replace(
    /["'\\`$<>{}|^\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function bestOf(tool: Exclude<Tool, 'curl'>, sources: readonly Source[]): Source | undefined {
  for (const format of suits[tool]) {
    const found = sources.find(
      (source) =>
        source.format === format && (!source.isZipped || (tool === 'python' && format === 'CSV')),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Brackets in an address are curl's own signs unless it is told not to look. */
function curl({ url, format, isFile }: Source, name: string): string {
  const globoff = /[[\]{}]/.test(url) ? '--globoff ' : '';
  if (!isFile) {
    const kind = format.replace('_SRVC', '');
    const asked =
      spatialServices.has(format) && !/[?&]request=/i.test(url)
        ? `${url}${url.includes('?') ? '&' : '?'}service=${kind}&request=GetCapabilities`
        : url;
    return `curl --fail --location ${globoff}${shellQuote(asked)}`;
  }
  return `curl --fail --location ${globoff}--output ${shellQuote(fileName(url, name))} ${shellQuote(url)}`;
}

/** The last part of the path when it is a plain file name, else the record's name. Never an option, a hidden file or a path. */
function fileName(url: string, name: string): string {
  const last = new URL(url).pathname.split('/').pop() ?? '';
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,100}\.[A-Za-z0-9]{1,8}$/.test(last) ? last : name;
}

function python({ url, format, isZipped }: Source): string {
  const address = `"${url}"`;
  switch (format) {
    case 'CSV':
    case 'TSV':
      return `import pandas as pd\n\ndata = pd.read_csv(${address}, sep=None, engine="python"${isZipped ? ', compression="zip"' : ''})\nprint(data.head())`;
    case 'PARQUET':
      return `import pandas as pd\n\ndata = pd.read_parquet(${address})\nprint(data.head())`;
    case 'XLSX':
    case 'XLS':
    case 'ODS':
      return `import pandas as pd\n\ndata = pd.read_excel(${address})\nprint(data.head())`;
    case 'GEOJSON':
    case 'GPKG':
      return `import geopandas as gpd\n\ndata = gpd.read_file(${address})\nprint(data.head())`;
    case 'RDF_TURTLE':
    case 'RDF_XML':
    case 'JSON_LD': {
      const syntax = { RDF_TURTLE: 'turtle', RDF_XML: 'xml', JSON_LD: 'json-ld' }[format];
      return `from rdflib import Graph\n\ngraph = Graph().parse(${address}, format="${syntax}")\nprint(len(graph))`;
    }
    default:
      return `import requests\n\nresponse = requests.get(${address}, timeout=60)\nresponse.raise_for_status()\ndata = response.json()`;
  }
}

function r({ url, format }: Source): string {
  const address = `"${url}"`;
  switch (format) {
    case 'CSV':
    case 'TSV':
      return `library(readr)\n\ndata <- read_delim(${address})\nhead(data)`;
    case 'PARQUET':
      return `library(arrow)\n\ndata <- read_parquet(${address})\nhead(data)`;
    case 'GEOJSON':
    case 'GPKG':
      return `library(sf)\n\ndata <- st_read(${address})\nhead(data)`;
    case 'XLSX':
    case 'XLS': {
      const extension = format.toLowerCase();
      return `library(readxl)\n\nfile <- tempfile(fileext = ".${extension}")\ndownload.file(${address}, file, mode = "wb")\ndata <- read_excel(file)\nhead(data)`;
    }
    default:
      return `library(jsonlite)\n\ndata <- fromJSON(${address})\nstr(data)`;
  }
}

function javascript({ url, format }: Source): string {
  const isText = format === 'CSV' || format === 'TSV';
  return [
    `const response = await fetch("${url}");`,
    'if (!response.ok) throw new Error("HTTP " + response.status);',
    isText ? 'const text = await response.text();' : 'const data = await response.json();',
    isText ? 'console.log(text.slice(0, 500));' : 'console.log(data);',
  ].join('\n');
}

function qgisLayer(format: string): 'vector' | 'WFS' | 'WMS/WMTS' | 'WCS' {
  switch (format) {
    case 'WFS_SRVC':
      return 'WFS';
    case 'WMS_SRVC':
    case 'WMTS_SRVC':
      return 'WMS/WMTS';
    case 'WCS_SRVC':
      return 'WCS';
    default:
      return 'vector';
  }
}

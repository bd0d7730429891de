import { numbersOf, type Shape } from '../../editor/box-text.ts';
import type { BoxTuple } from '../../search/searched-boxes.ts';
import { type EditorTold, say } from './editor-parts.ts';

/** Shows the place of a field on a map, and writes into the field what is chosen there. */
export async function takeFromMap({
  shape,
  place,
  told,
}: {
  /** Around the numbers. */
  readonly shape: HTMLElement;
  /** Where the map stands. */
  readonly place: HTMLElement;
  readonly told: EditorTold;
}): Promise<void> {
  const chosen = boxOf(shape);
  const words = {
    here: say(told, 'mapHere'),
    draw: say(told, 'mapDraw'),
    drawHelp: say(told, 'mapHelp'),
    drawing: say(told, 'mapDrawing'),
    label: say(told, 'mapLabel'),
    zoomIn: say(told, 'zoomIn'),
    zoomOut: say(told, 'zoomOut'),
  };
  const data = {
    ...told.map,
    hits: [],
    address: 'BBOX',
    ...(chosen === undefined ? {} : { chosen }),
  };
  const { showMap } = await import('../map.ts');
  const canvas = await showMap({ place, data, words, go: (text) => take(shape, text, told) });
  canvas.focus();
}

/** The map answers with west, south, east and north. Of a point they are what lies around it. */
function take(shape: HTMLElement, text: string, told: EditorTold): void {
  const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
  const isPoint = shape.dataset.shape === 'point';
  const numbers = isPoint ? [(west + east) / 2, (south + north) / 2] : [west, south, east, north];
  const fields = fieldsOf(shape);
  for (const [index, field] of fields.entries()) {
    field.value = String(Number((numbers[index] ?? 0).toFixed(4)));
  }
  fields.at(-1)?.dispatchEvent(new Event('input', { bubbles: true }));
  const status = document.querySelector('#editor-status');
  if (status !== null) status.textContent = say(told, 'placeTaken');
}

function fieldsOf(shape: HTMLElement): readonly HTMLInputElement[] {
  const names = numbersOf[shape.dataset.shape === 'point' ? 'point' : ('box' satisfies Shape)];
  return names.flatMap(
    (name) => shape.querySelector<HTMLInputElement>(`input[name$="?${name}"]`) ?? [],
  );
}

function boxOf(shape: HTMLElement): BoxTuple | undefined {
  const [west, south, east, north] = fieldsOf(shape).map(({ value }) =>
    Number(value.replace(',', '.') || Number.NaN),
  );
  if (west === undefined || south === undefined || !Number.isFinite(west + south)) return undefined;
  if (shape.dataset.shape === 'point')
    return [west - 0.05, south - 0.03, west + 0.05, south + 0.03];
  if (east === undefined || north === undefined || !Number.isFinite(east + north)) return undefined;
  return [west, south, east, north];
}

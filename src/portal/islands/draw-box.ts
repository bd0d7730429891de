import type { Map as MapView } from 'maplibre-gl';
import type { BoxTuple } from '../search/searched-boxes.ts';

/** Pixels; less is a press, not an area. */
const smallest = 8;

/** Lets a box be drawn over the map by dragging. Undefined when it is called off, by Esc or by a mere press. */
export function drawBox(map: MapView): Promise<BoxTuple | undefined> {
  const sheet = document.createElement('div');
  sheet.className = 'map-sheet';
  const box = document.createElement('div');
  box.className = 'map-box';
  box.hidden = true;
  sheet.append(box);
  map.getContainer().append(sheet);
  return new Promise((resolve) => {
    let start: readonly [x: number, y: number] | undefined;
    const place = ({ clientX, clientY }: PointerEvent): readonly [x: number, y: number] => {
      const { left, top } = sheet.getBoundingClientRect();
      return [clientX - left, clientY - top];
    };
    const end = (result: BoxTuple | undefined) => {
      sheet.remove();
      document.removeEventListener('keydown', onKey);
      resolve(result);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end(undefined);
    };
    document.addEventListener('keydown', onKey);
    sheet.addEventListener('pointerdown', (event) => {
      start = place(event);
      sheet.setPointerCapture(event.pointerId);
    });
    sheet.addEventListener('pointermove', (event) => {
      if (start === undefined) return;
      const [x, y] = place(event);
      box.hidden = false;
      box.style.left = `${Math.min(x, start[0])}px`;
      box.style.top = `${Math.min(y, start[1])}px`;
      box.style.width = `${Math.abs(x - start[0])}px`;
      box.style.height = `${Math.abs(y - start[1])}px`;
    });
    sheet.addEventListener('pointerup', (event) => {
      if (start === undefined) return;
      const [x, y] = place(event);
      const [u, v] = start;
      if (Math.abs(x - u) < smallest || Math.abs(y - v) < smallest) return end(undefined);
      const low = map.unproject([Math.min(x, u), Math.max(y, v)]);
      const high = map.unproject([Math.max(x, u), Math.min(y, v)]);
      end([low.lng, low.lat, high.lng, high.lat]);
    });
  });
}

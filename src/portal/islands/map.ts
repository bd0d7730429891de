import { Map as MapView, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import type { BoxTuple } from '../search/searched-boxes.ts';
import { drawBox } from './draw-box.ts';
import { keepMarkers } from './map-markers.ts';
import { boxFeatures, mapStyle } from './map-style.ts';
import type { MapData, MapWords } from './offer-map.ts';

/** Sweden. */
const whole: BoxTuple = [10, 55, 24.5, 69.3];

/**
 * The map that can be moved: land, the hits of this page as areas and markers, and two ways to search by area, by pointer and by keyboard.
 * @returns what takes the keyboard
 * @throws Error when the browser cannot draw it
 */
export async function showMap({
  place,
  data,
  words,
  go,
}: {
  readonly place: HTMLElement;
  readonly data: MapData;
  readonly words: MapWords;
  readonly go: (address: string) => void;
}): Promise<HTMLElement> {
  await addStyleSheet(data.style);
  setWorkerUrl(new URL(data.worker, location.href).href);
  const container = document.createElement('div');
  container.className = 'map-canvas';
  const stage = document.createElement('div');
  stage.className = 'map-stage';
  stage.append(container);
  place.append(stage);
  let map: MapView;
  try {
    map = new MapView({
      container,
      style: mapStyle(data),
      bounds: [...(data.chosen ?? boundsOf(data) ?? whole)],
      fitBoundsOptions: { padding: 32, maxZoom: 11 },
      maxBounds: [-12, 48, 46, 74],
      maxZoom: 14,
      dragRotate: false,
      pitchWithRotate: false,
      attributionControl: { compact: false },
      cooperativeGestures: false,
      locale: {
        'NavigationControl.ZoomIn': words.zoomIn ?? '',
        'NavigationControl.ZoomOut': words.zoomOut ?? '',
        'Map.Title': words.label ?? '',
      },
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    await loaded(map);
  } catch (error) {
    stage.remove();
    throw error;
  }
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  const boxes = boxFeatures(data.hits.map(({ box }) => box));
  map.addSource('hits', { type: 'geojson', data: boxes });
  const accent = colour('--accent');
  map.addLayer({
    id: 'hits',
    type: 'line',
    source: 'hits',
    paint: { 'line-color': accent, 'line-opacity': 0.6, 'line-width': 1.5 },
  });
  if (data.chosen !== undefined) {
    map.addSource('chosen', { type: 'geojson', data: boxFeatures([data.chosen]) });
    map.addLayer({
      id: 'chosen',
      type: 'line',
      source: 'chosen',
      paint: { 'line-color': colour('--ink'), 'line-width': 3, 'line-dasharray': [2, 1] },
    });
  }
  keepMarkers(map, data);
  stage.append(toolbar(map, { data, words, go }));
  place.querySelector('.sweden-map')?.remove();
  place.querySelector('.map-offer')?.remove();
  return map.getCanvas();
}

function toolbar(
  map: MapView,
  {
    data,
    words,
    go,
  }: {
    readonly data: MapData;
    readonly words: MapWords;
    readonly go: (address: string) => void;
  },
): HTMLElement {
  const search = (box: BoxTuple) => {
    const text = box.map((degrees) => Number(degrees.toFixed(3))).join(',');
    go(data.address.replace('BBOX', text));
  };
  const bar = document.createElement('div');
  bar.className = 'map-tools';
  const help = document.createElement('p');
  help.className = 'quiet small';
  help.role = 'status';
  help.textContent = words.drawHelp ?? '';
  const here = button(words.here ?? '', () => {
    const { _sw: low, _ne: high } = map.getBounds();
    search([low.lng, low.lat, high.lng, high.lat]);
  });
  const draw = button(words.draw ?? '', () => {
    draw.setAttribute('aria-pressed', 'true');
    help.textContent = words.drawing ?? '';
    drawBox(map).then(
      (box) => {
        draw.setAttribute('aria-pressed', 'false');
        help.textContent = words.drawHelp ?? '';
        if (box !== undefined) search(box);
      },
      () => undefined,
    );
  });
  draw.setAttribute('aria-pressed', 'false');
  bar.append(draw, here, help);
  return bar;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'ds-button';
  made.dataset.variant = 'secondary';
  made.dataset.size = 'small';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

function loaded(map: MapView): Promise<void> {
  return new Promise((resolve, reject) => {
    map.once('load', () => resolve());
    map.once('error', ({ error }) => reject(error));
  });
}

function addStyleSheet(href: string): Promise<void> {
  if (document.querySelector(`link[href="${href}"]`) !== null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error('The map has no style.')));
    document.head.append(link);
  });
}

function boundsOf({ hits }: MapData): BoxTuple | undefined {
  // Areas as large as the country would leave nothing of the small ones to see.
  const boxes = hits.map(({ box }) => box).filter(([west, , east]) => east - west < 10);
  if (boxes.length === 0) return undefined;
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The map's worker, from our own address: what it fetches and how it draws is maplibre-gl's. */
import 'maplibre-gl/dist/maplibre-gl-worker.mjs';

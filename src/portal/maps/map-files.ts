import { assetAddress } from '../assets.ts';
import { landAddress } from './land-routes.ts';

/** What the map that can be moved is made of, fetched when it is opened. */
export const mapFiles = {
  worker: assetAddress.island('map-worker'),
  style: assetAddress.style('map'),
  land: landAddress,
} as const;

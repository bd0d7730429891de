import type { HitOrder } from './hit-order.ts';

/** Pages that begin within so many hits are picked out while going over the hits once. */
const shallow = 1200;

/** The hits from one place to another, in order, without ordering all of them. */
export function topHits(
  slots: Uint32Array,
  order: HitOrder,
  { from, size }: { readonly from: number; readonly size: number },
): readonly number[] {
  if (size === 0 || from >= slots.length) return [];
  const end = Math.min(from + size, slots.length);
  const chosen =
    end <= shallow ? firstOf(slots, order, end).slice(from) : between(slots, order, { from, end });
  return chosen;
}

/** The first so many, in order: a heap of them with the last on top. */
function firstOf(slots: Uint32Array, order: HitOrder, wanted: number): readonly number[] {
  const heap = Array.from(slots.subarray(0, wanted)).sort((a, b) => order.compare(b, a));
  let last = heap[0] ?? 0;
  let bound = order.coarse(last);
  for (let index = wanted; index < slots.length; index++) {
    const slot = slots[index] ?? 0;
    if (order.coarse(slot) > bound || order.compare(slot, last) > 0) continue;
    sink(heap, slot, order);
    last = heap[0] ?? 0;
    bound = order.coarse(last);
  }
  return heap.sort(order.compare);
}

/** Puts a slot in the place of the top and lets it sink to where it belongs. */
function sink(heap: number[], slot: number, order: HitOrder): void {
  let place = 0;
  for (;;) {
    const left = 2 * place + 1;
    if (left >= heap.length) break;
    const right = left + 1;
    const later =
      right < heap.length && order.compare(heap[right] ?? 0, heap[left] ?? 0) > 0 ? right : left;
    const below = heap[later] ?? 0;
    if (order.compare(below, slot) <= 0) break;
    heap[place] = below;
    place = later;
  }
  heap[place] = slot;
}

/** Far down: the bounds are found among plain numbers, and only what lies between them is put in order. */
function between(
  slots: Uint32Array,
  order: HitOrder,
  { from, end }: { readonly from: number; readonly end: number },
): readonly number[] {
  const coarse = Float64Array.from(slots, order.coarse);
  const sorted = coarse.toSorted();
  const low = sorted[from] ?? 0;
  const high = sorted[end - 1] ?? 0;
  const before = sorted.findIndex((value) => value >= low);
  const near = Array.from(
    slots.filter((_, index) => {
      const value = coarse[index] ?? 0;
      return value >= low && value <= high;
    }),
  );
  return near.sort(order.compare).slice(from - before, end - before);
}

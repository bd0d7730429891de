import { type EditorParts, say, smallButton } from './editor-parts.ts';

/** Places can be shown on a map instead of typed in numbers. What the map takes is fetched when somebody wants it. */
export function boxOnMap({ form, told }: EditorParts): () => void {
  return () => {
    for (const shape of form.querySelectorAll<HTMLElement>(
      '.editor-shape[data-shape]:not([data-map-offered])',
    )) {
      shape.dataset.mapOffered = '';
      const place = document.createElement('div');
      place.className = 'map-place editor-map';
      const button = smallButton(say(told, 'onMap'), () => {
        button.textContent = say(told, 'mapLoading');
        import('./take-from-map.ts')
          .then(({ takeFromMap }) => takeFromMap({ shape, place, told }))
          .catch(() => {
            button.textContent = say(told, 'mapFailed');
            button.disabled = true;
          });
      });
      button.classList.add('map-offer');
      place.append(button);
      shape.after(place);
    }
  };
}

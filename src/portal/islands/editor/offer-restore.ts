import { addressOf, type EditorParts, recordFields, say, smallButton } from './editor-parts.ts';
import type { Fields, LeftCopy, LocalCopy } from './local-copy.ts';

/**
 * Offers what a page of this form left behind unsaved, when that is something else: it is sent as the form itself would have been, so that when somebody has
 * saved since, one chooses between the two.
 */
export function offerRestore({ form, told }: EditorParts, left: LeftCopy, copy: LocalCopy): void {
  if (isSame(left.fields, recordFields(form))) {
    copy.clear();
    return;
  }
  const box = document.createElement('div');
  box.className = 'editor-left';
  box.role = 'status';
  const time = new Date(left.at).toLocaleString(told.language === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const text = document.createElement('p');
  text.textContent = say(told, 'left', { TIME: time });
  box.append(
    text,
    smallButton(say(told, 'restore'), () => send(left.fields, left.revision)),
    smallButton(say(told, 'throwAway'), () => {
      copy.clear();
      box.remove();
    }),
  );
  form.before(box);

  function send(fields: Fields, revision: string): void {
    const sent = document.createElement('form');
    sent.method = 'post';
    sent.setAttribute('action', addressOf(form));
    sent.hidden = true;
    for (const one of form.querySelectorAll<HTMLInputElement>('input[type=hidden][name^="_"]'))
      add(one.name, one.name === '_revision' ? revision : one.value);
    add('action', 'save');
    for (const [field, value] of fields) add(field, value);
    document.body.append(sent);
    copy.clear();
    // A field may be named as the method is.
    HTMLFormElement.prototype.submit.call(sent);

    function add(field: string, value: string): void {
      const area = document.createElement('textarea');
      area.name = field;
      area.value = value;
      sent.append(area);
    }
  }
}

function isSame(one: Fields, other: Fields): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

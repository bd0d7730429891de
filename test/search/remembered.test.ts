import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembered } from '../../src/search/remembered.ts';

test('what was made is given again until the index changes', async () => {
  const { made, get, forget } = counted({ takes: 1 });
  assert.deepEqual([await get(), await get()], [1, 1]);
  forget();
  assert.equal(await get(), 2);
  assert.equal(made(), 2);
});

test('what is asked for twice at once is made once', async () => {
  const { get } = counted({ takes: 1 });
  assert.deepEqual(await Promise.all([get(), get()]), [1, 1]);
});

test('what is dear is given somewhat old, and made anew beside that', async () => {
  const { get, forget, pass, made } = counted({ takes: 1000 });
  await get();
  forget();
  assert.equal(await get(), 1);
  assert.equal(made(), 1);
  pass(30_000);
  assert.equal(await get(), 1);
  await new Promise(setImmediate);
  assert.equal(await get(), 2);
});

test('after a while it is made anew, as others change the index too', async () => {
  const { get, pass } = counted({ takes: 1 });
  await get();
  pass(60_000);
  assert.equal(await get(), 2);
});

test('a failed making is the asker’s to hear, and the next asker tries again', async () => {
  let isDown = true;
  const { get } = remembered(
    () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve('up')),
    () => 0,
  );
  await assert.rejects(get(), /down/);
  isDown = false;
  assert.equal(await get(), 'up');
});

/** Something that counts its makings, on a clock that the test moves. */
function counted({ takes }: { readonly takes: number }) {
  let time = 0;
  let makings = 0;
  const { get, forget } = remembered(
    () => {
      makings += 1;
      time += takes;
      return Promise.resolve(makings);
    },
    () => time,
  );
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  return { get, forget, pass, made: () => makings };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  demandStep,
  type OnboardingState,
  onboardingStates,
  type Party,
  type Step,
  stateAfter,
  steps,
  stepsOf,
} from '../../src/onboarding/onboarding-steps.ts';

/** From each state: the steps that can be taken, and where they lead. Every other step is refused. */
const table: Readonly<Record<OnboardingState, Partial<Readonly<Record<Step, OnboardingState>>>>> = {
  interest: { agree: 'agreed', refuse: 'refused', withdraw: 'refused' },
  agreed: { refuse: 'refused', withdraw: 'refused', order: 'ordered' },
  ordered: {
    refuse: 'refused',
    withdraw: 'refused',
    order: 'ordered',
    sign: 'signed',
    decline: 'agreed',
    'send-back': 'agreed',
  },
  signed: { refuse: 'refused', 'send-back': 'agreed', confirm: 'confirmed' },
  confirmed: { activate: 'active' },
  active: { pause: 'paused', end: 'ended' },
  paused: { resume: 'active', end: 'ended' },
  refused: { reconsider: 'interest' },
  ended: {},
};

const allSteps = Object.keys(steps) as Step[];

test('every step leads from every state where the table says, or is refused', () => {
  for (const state of onboardingStates) {
    for (const step of allSteps) {
      const expected = table[state][step];
      assert.equal(stateAfter(state, step), expected, `${step} from ${state}`);
      if (expected === undefined)
        assert.throws(() => demandStep(state, step), { code: 'state-conflict' });
      else assert.equal(demandStep(state, step), expected);
    }
  }
});

test('each party is offered its own steps alone', () => {
  for (const state of onboardingStates) {
    const offered = (['customer', 'signer', 'operator'] as const).flatMap((party: Party) =>
      stepsOf(party, state).map((step) => {
        assert.equal(steps[step].by, party);
        return step;
      }),
    );
    assert.deepEqual(offered.toSorted(), Object.keys(table[state]).toSorted());
  }
});

test('nobody gets in by any order of steps without agreement, order, signature and confirmation', () => {
  const walk = fc.array(fc.constantFrom(...allSteps), { maxLength: 60 });
  fc.assert(
    fc.property(walk, (tried) => {
      let state: OnboardingState = 'interest';
      const taken: Step[] = [];
      for (const step of tried) {
        const next = stateAfter(state, step);
        if (next === undefined) continue;
        state = next;
        taken.push(step);
      }
      if (['confirmed', 'active', 'paused', 'ended'].includes(state)) {
        const [signed, confirmed] = [taken.lastIndexOf('sign'), taken.lastIndexOf('confirm')];
        assert.ok(taken.includes('agree') && taken.lastIndexOf('agree') < signed);
        assert.ok(taken.lastIndexOf('order') < signed && signed < confirmed);
        // What is signed is what was ordered last.
        assert.ok(taken.lastIndexOf('send-back') < signed);
      }
      if (state === 'ended') assert.equal(stateAfter(state, 'resume'), undefined);
    }),
    { numRuns: 2000 },
  );
});

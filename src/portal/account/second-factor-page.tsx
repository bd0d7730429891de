import { proveSecondFactor } from '../../accounts/prove-second-factor.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Route } from '../../http/route.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import type { FieldFault } from '../../kernel/read-fields.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { TextField } from '../components/text-field.tsx';
import { formState } from '../form-state.ts';
import { wordsIn } from '../words/words.ts';
import { accountPage } from './account-page.tsx';
import { nextParameter, pageRoute, postRoute } from './account-route.ts';
import { openDoor } from './door.ts';
import { inBoth, waitFault } from './faults.ts';

/** The second step of signing in: a code of an app, or one from paper. Only the browser that began it can go on. */
export function secondFactorRoutes(services: Services): readonly Route[] {
  const { accounts } = services;
  const door = openDoor(services);
  const path = '/sign-in/code';
  return [
    pageRoute({
      id: 'second-factor',
      path,
      access: 'public',
      parameters: [nextParameter],
      handler: (ctx) => {
        if (door.second.read(ctx) === undefined) return seeOther(ctx, '/sign-in?said=stale');
        show(ctx, door.next(ctx.state.query.text('next')), []);
      },
    }),
    postRoute({
      id: 'second-factor',
      path,
      access: 'public',
      handler: async (ctx) => {
        await using form = await readPostedForm(ctx);
        const { fields } = form;
        const next = door.next(fields.get('next'));
        const secret = door.second.read(ctx);
        if (secret === undefined) return seeOther(ctx, '/sign-in?said=stale');
        const code = fields.get('code')?.trim() ?? '';
        if (code === '') {
          ctx.status = 422;
          return show(ctx, next, [fault(({ second }) => second.missing)]);
        }
        const visitor = door.visitor(ctx);
        const outcome = await proveSecondFactor(accounts, { secret, code, visitor });
        switch (outcome.step) {
          case 'done':
            door.second.write(ctx, undefined);
            return door.enter(ctx, outcome, next);
          case 'expired':
            door.second.write(ctx, undefined);
            return seeOther(ctx, '/sign-in?said=stale');
          case 'wait':
            ctx.status = 429;
            return show(ctx, next, [waitFault('code', outcome)]);
          case 'refused':
            ctx.status = 422;
            return show(ctx, next, [fault(({ second }) => second.wrong)]);
        }
      },
    }),
  ];
}

function fault(say: Parameters<typeof inBoth>[0]): FieldFault {
  return { field: 'code', message: inBoth(say) };
}

function show(ctx: Context, next: string, faults: readonly FieldFault[]): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).account;
  const form = formState(new Map(), language, faults);
  accountPage(ctx, {
    title: say.second.title,
    children: (
      <>
        <ErrorSummary faults={form.faults} language={language} />
        <Form action="/sign-in/code" signedIn={ctx.state.signedIn}>
          <input type="hidden" name="next" value={next} />
          <TextField
            name="code"
            label={say.fields.code}
            help={say.second.help}
            language={language}
            error={form.error('code')}
            autocomplete="one-time-code"
            size={16}
            spellcheck={false}
            autofocus={faults.length === 0}
          />
          <FormButtons>
            <Button>{say.second.submit}</Button>
            <a href="/sign-in">{say.second.again}</a>
          </FormButtons>
        </Form>
      </>
    ),
  });
}

import type { SignedIn } from '../../accounts/signed-in.ts';
import type { PublishingRules } from '../../catalog/publishing-rules.ts';
import type { LogotypeFacts } from '../../catalog/publishing-store.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { FactList } from '../components/fact-list.tsx';
import { FileField } from '../components/file-field.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextField } from '../components/text-field.tsx';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { brandColour, isSeen } from './brand-colour.ts';
import { Logotype } from './logotype.tsx';

/** The parts of an organisation's profile, each a form of its own. */

interface PartProps {
  /** `/workspace/umea`. */
  readonly address: string;
  readonly signedIn: SignedIn;
  readonly language: UserLanguage;
  readonly value: (name: string) => string;
  readonly error: (name: string) => string | undefined;
}

type Shared = Pick<PartProps, 'value' | 'error' | 'language'>;

/** What every field of the part is given. */
function fieldOf({ value, error, language }: Shared, name: string) {
  return { name, language, value: value(name), error: error(name) };
}

/** Names, descriptions, and where questions go. */
export function AboutPart(props: PartProps) {
  const { address, signedIn, language } = props;
  const say = wordsIn(language).organizationProfile.about;
  return (
    <section class="stack" aria-labelledby="about">
      <h2 id="about">{say.title}</h2>
      <Form action={`${address}/profile`} signedIn={signedIn} label={say.title}>
        <TextField {...fieldOf(props, 'nameSv')} label={say.nameSv} lang="sv" />
        <TextField {...fieldOf(props, 'nameEn')} label={say.nameEn} lang="en" />
        <TextArea
          {...fieldOf(props, 'descriptionSv')}
          label={say.descriptionSv}
          help={say.descriptionHelp}
          lang="sv"
          rows={3}
          isOptional
        />
        <TextArea
          {...fieldOf(props, 'descriptionEn')}
          label={say.descriptionEn}
          lang="en"
          rows={3}
          isOptional
        />
        <TextField
          {...fieldOf(props, 'homepage')}
          type="url"
          label={say.homepage}
          help={say.homepageHelp}
          isOptional
        />
        <TextField
          {...fieldOf(props, 'mbox')}
          type="email"
          label={say.mbox}
          help={say.mboxHelp}
          isOptional
        />
        <FormButtons>
          <Button>{say.save}</Button>
        </FormButtons>
      </Form>
    </section>
  );
}

/** How the catalogue presents itself. */
export function CatalogPart(props: PartProps) {
  const { address, signedIn, language } = props;
  const { catalog: say, about } = wordsIn(language).organizationProfile;
  return (
    <section class="stack" aria-labelledby="catalog">
      <h2 id="catalog">{say.title}</h2>
      <p class="quiet">{say.help}</p>
      <Form action={`${address}/profile/catalog`} signedIn={signedIn} label={say.title}>
        <TextField {...fieldOf(props, 'titleSv')} label={say.titleSv} lang="sv" />
        <TextField {...fieldOf(props, 'titleEn')} label={say.titleEn} lang="en" />
        <TextArea
          {...fieldOf(props, 'catalogDescriptionSv')}
          label={about.descriptionSv}
          lang="sv"
          rows={3}
        />
        <TextArea
          {...fieldOf(props, 'catalogDescriptionEn')}
          label={about.descriptionEn}
          lang="en"
          rows={3}
        />
        <FormButtons>
          <Button>{say.save}</Button>
        </FormButtons>
      </Form>
    </section>
  );
}

/** The picture, to be looked at, exchanged and taken away. */
export function LogotypePart(
  props: PartProps & { readonly logotype: LogotypeFacts | undefined; readonly name: string },
) {
  const { address, signedIn, language, logotype, name } = props;
  const say = wordsIn(language).organizationProfile.logotype;
  return (
    <section class="stack" aria-labelledby="logotype">
      <h2 id="logotype">{say.title}</h2>
      {logotype !== undefined && (
        <div class="row-actions">
          <Logotype facts={logotype} name={name} />
          <ActionForm action={`${address}/profile/logotype/remove`} signedIn={signedIn}>
            {say.remove}
          </ActionForm>
        </div>
      )}
      <Form action={`${address}/profile/logotype`} signedIn={signedIn} label={say.title} files>
        <FileField
          name="file"
          label={say.file}
          help={say.help}
          error={props.error('file')}
          accept=".png,.jpg,.jpeg,.webp"
          language={language}
        />
        <TextField
          {...fieldOf(props, 'alternative')}
          label={say.alternative}
          help={say.alternativeHelp}
          maxLength={200}
        />
        <FormButtons>
          <Button>{say.save}</Button>
        </FormButtons>
      </Form>
    </section>
  );
}

/** The colour, with how well it is seen. */
export function ColourPart(props: PartProps) {
  const { address, signedIn, language } = props;
  const say = wordsIn(language).organizationProfile.colour;
  const judged = brandColour(props.value('colour'));
  const verdict = (ratio: number): string =>
    (isSeen(ratio) ? say.good : say.weak)(formatNumber(ratio, language));
  return (
    <section class="stack" aria-labelledby="colour-title">
      <h2 id="colour-title">{say.title}</h2>
      <Form action={`${address}/profile/colour`} signedIn={signedIn} label={say.title}>
        <p class="quiet">{say.help}</p>
        <TextField
          {...fieldOf(props, 'colour')}
          label={say.label}
          help={say.labelHelp}
          size={10}
          isOptional
        />
        {judged !== undefined && (
          <FactList
            facts={[
              { label: say.light, value: verdict(judged.light) },
              { label: say.dark, value: verdict(judged.dark) },
            ]}
          />
        )}
        <FormButtons>
          <Button>{say.save}</Button>
        </FormButtons>
      </Form>
    </section>
  );
}

/** What is demanded of publications. */
export function RulesPart(props: PartProps & { readonly rules: PublishingRules }) {
  const { address, signedIn, language, rules } = props;
  const say = wordsIn(language).organizationProfile.rules;
  return (
    <section class="stack" aria-labelledby="rules">
      <h2 id="rules">{say.title}</h2>
      <Form action={`${address}/profile/rules`} signedIn={signedIn} label={say.title}>
        <Checkbox
          name="fourEyes"
          label={say.fourEyes}
          help={say.fourEyesHelp}
          checked={rules.fourEyes}
        />
        <Checkbox
          name="declaration"
          label={say.declaration}
          help={say.declarationHelp}
          checked={rules.declaration}
        />
        <p>{say.usual}</p>
        <TextField
          {...fieldOf(props, 'classifiedBy')}
          label={say.classifiedBy}
          maxLength={200}
          isOptional
        />
        <TextArea
          {...fieldOf(props, 'ground')}
          label={say.ground}
          rows={3}
          maxLength={1000}
          isOptional
        />
        <FormButtons>
          <Button>{say.save}</Button>
        </FormButtons>
      </Form>
    </section>
  );
}

import { type ComponentChildren, Fragment } from 'preact';

/** One of several panels at a time, chosen by radio buttons: arrows move between them, and no script is needed. */
export function Tabs({
  name,
  legend,
  tabs,
}: {
  /** Of the group; ids begin with it. */
  readonly name: string;
  readonly legend: string;
  readonly tabs: readonly { readonly title: string; readonly panel: ComponentChildren }[];
}) {
  return (
    <fieldset class="tabs">
      <legend class="hidden-visually">{legend}</legend>
      {tabs.map(({ title, panel }, index) => {
        const id = `${name}-${index + 1}`;
        return (
          <Fragment key={id}>
            <input type="radio" name={name} id={id} checked={index === 0} />
            <label for={id}>{title}</label>
            <div class="panel">{panel}</div>
          </Fragment>
        );
      })}
    </fieldset>
  );
}

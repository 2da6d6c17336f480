import type { ToldCard } from "../../../told.ts";
import { say } from "../state/matinee.ts";

/** What Matinee says, as it is said in any chat. */
export const SaidCard = ({ card }: { readonly card: ToldCard }) =>
  card.suggestion === undefined ? <Words card={card} /> : <p>{card.title?.text}</p>;

const Words = ({ card: { title, lines, fields, actions } }: { readonly card: ToldCard }) => (
  <div className="flex flex-col gap-2">
    {title && <p className="font-semibold">{title.text}</p>}
    {lines.map((line, at) => (
      <p key={at} className="break-words whitespace-pre-line">
        {line}
      </p>
    ))}
    {fields && fields.length > 0 && (
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {fields.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd className="break-words whitespace-pre-line">{value}</dd>
          </div>
        ))}
      </dl>
    )}
    {actions && actions.length > 0 && (
      <p className="flex flex-wrap gap-2">
        {actions.map(({ label, says }) => (
          <button key={says} type="button" className="button text-sm" onClick={() => say(says)}>
            {label}
          </button>
        ))}
      </p>
    )}
  </div>
);

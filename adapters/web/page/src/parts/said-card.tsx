import type { ToldAction, ToldCard } from "../../../told.ts";
import { follow } from "../hooks/use-route.ts";
import { say } from "../state/matinee.ts";

/** What Matinee says, as it is said in any chat. */
export const SaidCard = ({ card }: { readonly card: ToldCard }) =>
  card.suggestion === undefined ? <Words card={card} /> : <p>{card.title?.text}</p>;

const Words = ({ card: { title, lines, fields, actions, file, evening } }: { readonly card: ToldCard }) => (
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
            <dd className="break-words whitespace-pre-line">
              <Value>{value}</Value>
            </dd>
          </div>
        ))}
      </dl>
    )}
    {file && (
      <p>
        <button type="button" className="button text-sm" onClick={() => save(file)}>
          Save {file.name}
        </button>
      </p>
    )}
    {evening === undefined ? (
      <Actions actions={actions ?? []} />
    ) : (
      <a className="button self-start" href={`/together/${evening}`} onClick={follow(`/together/${evening}`)}>
        Go there
      </a>
    )}
  </div>
);

/** An address is a link, also one on this page. */
const Value = ({ children: value }: { readonly children: string }) =>
  /^(?:https?:\/\/|\/)\S+$/.test(value) ? (
    <a className="break-all underline" href={value} target="_blank" rel="noreferrer">
      {new URL(value, location.origin).href}
    </a>
  ) : (
    value
  );

function save({ name, mediaType, text }: NonNullable<ToldCard["file"]>): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What picks a film: "show tt0113277". */
const PICKS = /^(?:show|favourite) (\S+)$/;

/** Films to pick show as their posters, all else as buttons. */
function Actions({ actions }: { readonly actions: readonly ToldAction[] }) {
  const films = actions.filter(({ says }) => PICKS.test(says));
  const others = actions.filter(({ says }) => !PICKS.test(says));
  return (
    <>
      {films.length > 0 && (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {films.map(({ label, says }) => (
            <li key={says}>
              <button
                type="button"
                className="group flex w-full flex-col gap-2 text-left text-sm"
                onClick={() => say(says)}
              >
                <img
                  src={`/films/${encodeURIComponent(PICKS.exec(says)?.[1] ?? "")}/poster.svg`}
                  alt=""
                  width={600}
                  height={900}
                  className="aspect-[2/3] h-auto w-full rounded-lg bg-line ring-1 ring-ink/15"
                />
                <span className="font-semibold break-words group-hover:underline">{label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {others.map(({ label, says }) => (
            <button key={says} type="button" className="button text-sm" onClick={() => say(says)}>
              {label}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

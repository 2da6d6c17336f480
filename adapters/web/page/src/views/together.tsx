import { type FormEvent, useState } from "react";
import type { ToldEvening } from "../../../told.ts";
import { Refused, Unreachable } from "../api/ask.ts";
import { sayOnce, useEvening } from "../hooks/use-evening.ts";
import { go } from "../hooks/use-route.ts";
import { Ballot } from "../parts/ballot.tsx";
import { CopyLink } from "../parts/copy-link.tsx";
import { Poster } from "../parts/poster.tsx";
import { QrCode } from "../parts/qr-code.tsx";
import { useMatinee } from "../state/matinee.ts";

const PATH = /^\/together\/([\w-]{6,16})$/;
/** The name that was given last is offered again. */
const NAME = "matinee:name";

/** One film for several: whoever opens the link is asked in. */
export const Together = () => {
  const { isReady } = useMatinee();
  const id = PATH.exec(location.pathname)?.[1];
  if (!isReady) return <p className="m-auto text-quiet">The lights go down …</p>;
  return id === undefined ? <Begin /> : <Evening id={id} />;
};

function Begin() {
  const [trouble, setTrouble] = useState("");
  const begin = async (name: string) => {
    try {
      const { cards } = await sayOnce("together");
      const id = cards.find(({ evening }) => evening !== undefined)?.evening;
      if (id === undefined) return setTrouble(cards[0]?.lines[0] ?? "That did not work. Try once more.");
      await sayOnce(`together #${id} join as ${name}`);
      go(`/together/${id}`);
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      setTrouble(error.message);
    }
  };
  return (
    <section className="m-auto flex w-full max-w-xl flex-col gap-6">
      <h1 className="heading">One film for several</h1>
      <p>
        Send the others a link. Everybody says what it must be, votes where nobody else sees it, and all of
        you see what it comes to. What you have said to me before counts; nobody is shown it.
      </p>
      <NameForm label="Begin" onName={begin} />
      <p role="status">{trouble}</p>
    </section>
  );
}

function NameForm({ label, onName }: { readonly label: string; readonly onName: (name: string) => void }) {
  const [name, setName] = useState(localStorage.getItem(NAME) ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (given === "") return;
    localStorage.setItem(NAME, given);
    onName(given);
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <label className="flex flex-col gap-1">
        <span className="text-quiet">What the others call you</span>
        <input
          className="field"
          value={name}
          maxLength={40}
          autoComplete="nickname"
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <button type="submit" className="button-strong">
        {label}
      </button>
    </form>
  );
}

function Evening({ id }: { readonly id: string }) {
  const { evening, word, tell } = useEvening(id);
  if (!evening) return <p className="m-auto text-quiet">{word || "The lights go down …"}</p>;
  const { phase, title, members, you } = evening;
  const isOpen = phase === "gathering" || phase === "voting";
  return (
    <section className="flex w-full flex-col gap-6">
      <h1 className="heading">{title}</h1>
      <p data-members>In: {members.join(", ") || "nobody yet"}.</p>
      {isOpen && !you && <NameForm label="Join" onName={(name) => tell(`join as ${name}`)} />}
      {phase === "gathering" && you && <Gathering evening={evening} tell={tell} />}
      {phase === "voting" && you && <Ballot evening={evening} tell={tell} />}
      {phase === "closed" && <Outcome evening={evening} tell={tell} />}
      {phase === "stopped" && <p>{evening.lines[0]}</p>}
      <p role="status">{word}</p>
    </section>
  );
}

interface Told {
  readonly evening: ToldEvening;
  readonly tell: (words: string) => Promise<void>;
}

function Gathering({ evening: { members, limits, compared, agreed }, tell }: Told) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        <QrCode text={location.href} label="The link for the others, for their cameras" />
        <p className="flex flex-wrap items-center gap-3">
          <span>
            The link for the others:{" "}
            <a className="break-all underline" href={location.pathname}>
              {location.href}
            </a>
          </span>
          <CopyLink address={location.href} />
        </p>
      </div>
      {limits && <p>{limits}</p>}
      {compared.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Words label="It must be" example="under two hours, no horror" onWords={tell} />
      <Words label="Films that I love" example="Heat, Alien" onWords={(titles) => tell(`films: ${titles}`)} />
      <p className="flex flex-wrap gap-2">
        <button type="button" className="button-strong" onClick={() => tell("start")}>
          All are in: start
        </button>
        {members.length === 2 && (
          <>
            <button type="button" className="button" onClick={() => tell("match")}>
              Swipe for a match
            </button>
            {!agreed && (
              <button type="button" className="button" onClick={() => tell("compare")}>
                Compare our tastes
              </button>
            )}
          </>
        )}
        <button type="button" className="button" onClick={() => tell("leave")}>
          Leave
        </button>
      </p>
    </>
  );
}

function Words({
  label,
  example,
  onWords,
}: {
  readonly label: string;
  readonly example: string;
  readonly onWords: (words: string) => void;
}) {
  const [words, setWords] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === "") return;
    onWords(words.trim());
    setWords("");
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <label className="flex grow flex-col gap-1">
        <span className="text-quiet">{label}</span>
        <input
          className="field"
          value={words}
          maxLength={300}
          placeholder={example}
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      <button type="submit" className="button">
        Say it
      </button>
    </form>
  );
}

function Outcome({ evening: { pick, lines, you }, tell }: Told) {
  return (
    <div className="flex flex-col gap-4">
      {pick && (
        <div className="h-[min(58dvh,135vw)]">
          <Poster film={pick} isLarge />
        </div>
      )}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {you && (
        <button type="button" className="button self-start" onClick={() => tell("again")}>
          Again, without the vetoed
        </button>
      )}
    </div>
  );
}

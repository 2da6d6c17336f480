import { useState } from "react";
import type { ToldEvening, ToldFilm } from "../../../told.ts";
import { factsInOneLine } from "./facts.tsx";
import { Poster } from "./poster.tsx";
import { SwipeCard } from "./swipe-card.tsx";

interface Voting {
  readonly evening: ToldEvening;
  readonly tell: (words: string) => Promise<void>;
}

/** The short list, to be voted on where nobody else sees it; for a match one film after the other. */
export const Ballot = (voting: Voting) =>
  voting.evening.isMatch ? <Match {...voting} /> : <List {...voting} />;

/** "For Ada and Ben" */
const forWhom = (names: readonly string[]): string =>
  names.length === 0 ? "For all of you" : `For ${names.join(" and ")}`;

const About = ({ film, whose }: { readonly film: ToldFilm; readonly whose: readonly string[] }) => (
  <div className="flex flex-col gap-1">
    <h2 className="font-title text-2xl">{film.title}</h2>
    <p className="text-quiet">{factsInOneLine(film)}</p>
    <p className="italic">{forWhom(whose)}</p>
    {film.line && <p>{film.line}</p>}
  </div>
);

function List({ evening, tell }: Voting) {
  const { films, round, members, ready, turn } = evening;
  const you = evening.you!;
  return (
    <>
      {turn && <p>{turn}</p>}
      <ol className="flex flex-col gap-6">
        {films.map(({ film, for: whose }, at) => (
          <li key={film.id} className="grid grid-cols-[6rem_1fr] gap-4 sm:grid-cols-[9rem_1fr]">
            <Poster film={film} />
            <div className="flex flex-col gap-3">
              <About film={film} whose={whose} />
              <p className="flex flex-wrap gap-2">
                <Mark isOn={you.approved.includes(at)} onPress={() => tell(`approve ${at + 1} ${round}`)}>
                  👍 I would watch it
                </Mark>
                <Mark isOn={you.vetoed === at} onPress={() => tell(`veto ${at + 1} ${round}`)}>
                  🚫 My veto
                </Mark>
                <Mark isOn={you.seen.includes(at)} onPress={() => tell(`seen ${at + 1} ${round}`)}>
                  👁 Seen it
                </Mark>
              </p>
            </div>
          </li>
        ))}
      </ol>
      <Close tell={tell} isReady={you.isReady} ready={ready} of={members.length} />
    </>
  );
}

function Mark({
  isOn,
  onPress,
  children,
}: {
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      className="button text-sm aria-pressed:border-accent aria-pressed:font-semibold"
      aria-pressed={isOn}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

const Close = ({
  tell,
  isReady,
  ready,
  of,
}: {
  readonly tell: Voting["tell"];
  readonly isReady: boolean;
  readonly ready: number;
  readonly of: number;
}) => (
  <p className="flex flex-wrap items-center gap-3">
    <button type="button" className="button-strong" disabled={isReady} onClick={() => tell("ready")}>
      {isReady ? "Waiting for the others" : "I am ready"}
    </button>
    <span className="text-quiet">
      Ready: {ready} of {of}.
    </span>
    <button type="button" className="button" onClick={() => tell("end")}>
      Count now
    </button>
  </p>
);

/** What was passed over is known here alone. */
function Match({ evening, tell }: Voting) {
  const { films, round, members, ready } = evening;
  const you = evening.you!;
  const [passed, setPassed] = useState<readonly string[]>([]);
  const at = films.findIndex(
    ({ film }, place) => !you.approved.includes(place) && !passed.includes(`${round} ${film.id}`),
  );
  const next = films[at];
  if (!next) return <Close tell={tell} isReady={you.isReady} ready={ready} of={members.length} />;
  const pass = () => setPassed([...passed, `${round} ${next.film.id}`]);
  const take = () => {
    pass();
    void tell(`approve ${at + 1} ${round}`);
  };
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <div className="h-[min(58dvh,135vw)]">
        <SwipeCard
          card={{ film: next.film, why: "" }}
          left={undefined}
          onSwipe={(direction) => (direction === "right" ? take() : pass())}
        />
      </div>
      <div className="flex flex-col gap-4">
        <About film={next.film} whose={next.for} />
        <p className="flex gap-3">
          <button type="button" className="button" onClick={pass}>
            Not this one
          </button>
          <button type="button" className="button-strong" onClick={take}>
            I would watch it
          </button>
        </p>
      </div>
    </div>
  );
}

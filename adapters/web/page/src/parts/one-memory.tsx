import { type FormEvent, useState } from "react";
import { say, useMatinee } from "../state/matinee.ts";
import { SaidCard } from "./said-card.tsx";

/** Makes somebody one person here and in another chat, by a code of six letters. */
export function OneMemory() {
  const { exchanges } = useMatinee();
  const [code, setCode] = useState("");
  const last = exchanges.at(-1);
  const link = (event: FormEvent) => {
    event.preventDefault();
    say(`link ${code.trim()}`);
    setCode("");
  };
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 className="font-title text-2xl">The same in every chat</h2>
      <p className="text-quiet">
        In Discord, in Slack and in the terminal Matinee can know you as it does here: get a code and say it
        there, or enter the one that you got there.
      </p>
      <form onSubmit={link} className="flex flex-wrap gap-3">
        <button type="button" className="button" onClick={() => say("link")}>
          Get a code
        </button>
        <label htmlFor="code" className="sr-only">
          A code from another chat
        </label>
        <input
          id="code"
          className="field max-w-60 uppercase placeholder:normal-case"
          placeholder="A code from there"
          autoComplete="off"
          maxLength={12}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        <button type="submit" className="button" disabled={code.trim() === ""}>
          Link
        </button>
      </form>
      <div aria-live="polite">
        {last && /^link\b/.test(last.said) && (
          <div className="rounded-2xl border border-line bg-raised p-4">
            {last.cards.map((card) => (
              <SaidCard key={card.lines.join()} card={card} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

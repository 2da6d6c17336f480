import { type FormEvent, type RefObject, useState } from "react";
import { speak, useMatinee } from "../state/matinee.ts";
import { Icon } from "./icon.tsx";
import { SaidCard } from "./said-card.tsx";

const EXAMPLES = [
  "a funny french film from the 90s",
  "something with Audrey Tautou, under 2 hours",
  "a heist that goes wrong, not too dark",
  "but lighter",
  "more like this",
  "why",
];
const LONGEST = 2000;

/** A line to speak: what one is in the mood for, a question, a verdict; and what was said to it. */
export function SayLine({
  field,
  invites = "What are you in the mood for?",
}: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly invites?: string;
}) {
  const { exchanges, spoken, table } = useMatinee();
  const [text, setText] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    speak(text);
    setText("");
  };
  const last = exchanges.at(-1);
  const question = table?.question;
  const isOpen = table?.phase === "suggesting" || (question?.actions ?? []).length > 1;
  const isShown = last?.cards.some(({ lines }) => lines.join() === question?.lines.join());
  const isAsked = question && isOpen && !isShown && last?.cards.length !== 0;
  return (
    <section aria-label="Say something" className="flex flex-col gap-3">
      <form onSubmit={send} className="flex gap-2">
        <label className="sr-only" htmlFor="say">
          {invites}
        </label>
        <input
          id="say"
          ref={field}
          className="field"
          value={text}
          maxLength={LONGEST}
          autoComplete="off"
          enterKeyHint="send"
          placeholder={invites}
          aria-keyshortcuts="/"
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key, currentTarget }) => key === "Escape" && currentTarget.blur()}
        />
        <button type="submit" className="button-strong min-w-11 px-3" disabled={text.trim() === ""}>
          <Icon name="send" />
          <span className="sr-only">Say it</span>
        </button>
      </form>
      {last && (
        <div aria-live="polite" className="flex flex-col gap-2 rounded-2xl border border-line bg-raised p-4">
          <p className="text-sm text-quiet">
            You: <q className="break-words">{last.said}</q>
          </p>
          {last.cards.map((card) => (
            <SaidCard key={card.lines.join()} card={card} />
          ))}
        </div>
      )}
      {isAsked && (
        <div className="rounded-2xl border border-accent bg-raised p-4">
          <SaidCard card={question} />
        </div>
      )}
      <details className="text-sm">
        <summary className="flex min-h-11 w-fit cursor-pointer items-center text-quiet hover:text-ink">
          {spoken.length > 0 ? "Said before, and more to say" : "Things to say"}
        </summary>
        <ul className="flex flex-wrap gap-2">
          {[...new Set([...spoken, ...EXAMPLES])].map((words) => (
            <li key={words}>
              <button type="button" className="button max-w-full text-sm" onClick={() => speak(words)}>
                <span className="truncate">{words}</span>
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

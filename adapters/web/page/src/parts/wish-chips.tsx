import type { ToldAction } from "../../../told.ts";
import { say } from "../state/matinee.ts";
import { Icon } from "./icon.tsx";

/** How the words were read, part by part, each to be taken away. */
export function WishChips({ wish }: { readonly wish: readonly ToldAction[] }) {
  if (wish.length === 0) return null;
  return (
    <ul aria-label="What you asked for" className="flex flex-wrap gap-2">
      {wish.map(({ label, says }) => (
        <li key={label}>
          <button type="button" className="button max-w-full text-sm" onClick={() => say(says)}>
            <span className="break-words">{label}</span>
            <span className="sr-only">: take away</span>
            <Icon name="close" />
          </button>
        </li>
      ))}
      {wish.length > 1 && (
        <li>
          <button
            type="button"
            className="min-h-11 px-2 text-sm text-quiet underline hover:text-ink"
            onClick={() => say("anything goes")}
          >
            Anything goes
          </button>
        </li>
      )}
    </ul>
  );
}

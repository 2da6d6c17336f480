import type { Answer } from "../state/matinee.ts";
import { Icon, type IconName } from "./icon.tsx";

const ANSWERS: readonly (readonly [Answer, string, IconName, string, string])[] = [
  ["dislike", "Dislike", "dislike", "n ArrowLeft", "text-dislike"],
  ["seen", "Seen it", "seen", "ArrowDown", ""],
  ["skip", "Skip", "skip", "s ArrowUp", ""],
  ["later", "Later", "later", "l", ""],
  ["like", "Like", "like", "y ArrowRight", "text-like"],
];

export const AnswerButtons = ({
  title,
  onAnswer,
  onUndo,
}: {
  readonly title: string;
  readonly onAnswer: (answer: Answer) => void;
  readonly onUndo: () => void;
}) => (
  <fieldset aria-label={`Your answer to ${title}`} className="grid grid-cols-6 gap-1 sm:gap-3">
    <button
      type="button"
      className="flex min-h-14 flex-col items-center justify-center gap-1 rounded-2xl text-sm text-quiet hover:bg-raised hover:text-ink"
      aria-keyshortcuts="Backspace"
      onClick={onUndo}
    >
      <Icon name="undo" />
      Undo
    </button>
    {ANSWERS.map(([verdict, label, icon, keys, colour]) => (
      <button
        key={verdict}
        type="button"
        aria-keyshortcuts={keys}
        onClick={() => onAnswer(verdict)}
        className={`flex min-h-14 flex-col items-center justify-center gap-1 rounded-2xl border border-line bg-raised text-sm font-semibold hover:border-current ${colour}`}
      >
        <Icon name={icon} />
        {label}
      </button>
    ))}
  </fieldset>
);

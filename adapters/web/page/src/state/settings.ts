import { useState } from "react";
import { keep, kept } from "./kept.ts";

const NAME = "keys";

/** Whether single keys answer: off for those whose tools press keys of their own. */
export const answersByKeys = (): boolean => kept(NAME, true);

export function useAnswersByKeys(): [boolean, (does: boolean) => void] {
  const [does, setDoes] = useState(answersByKeys);
  return [
    does,
    (next) => {
      keep(NAME, next);
      setDoes(next);
    },
  ];
}

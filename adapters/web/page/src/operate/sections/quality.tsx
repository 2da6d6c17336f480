import type { ToldFigures, ToldOverview } from "../../../../told-operator.ts";
import { inDays, inPercent, inWhole } from "../in-words.ts";
import { Rows } from "../parts/numbers.tsx";
import { Nothing, Panel } from "../parts/section.tsx";

const MEASURES = {
  knownPool: "Liked, of what people had rated",
  openHits: "Hits in 20 suggestions, of all films",
  ndcg10: "NDCG@10",
} as const;

/** How good the model was when it was made. */
export const AtTraining = ({ trained }: Pick<ToldOverview, "trained">) => (
  <Panel
    title="The model when it was made"
    isWide
    means="Measured with people it had never seen: how many of 20 suggestions they would have liked among films they had rated, how many films they loved it finds among all, and how well the first ten are in order (1 is perfect). Beside it what always suggesting the best known films would reach."
  >
    {trained ? (
      <Rows
        caption="The model at training, beside popularity"
        head={[`On ${trained.dataset}`, "Matinee", "Popularity"]}
        rows={trained.measures.map(({ name, matinee, popularity }) => [
          MEASURES[name],
          `${matinee.mean.toFixed(3)} (${matinee.low.toFixed(3)} to ${matinee.high.toFixed(3)})`,
          popularity.mean.toFixed(3),
        ])}
      />
    ) : (
      <Nothing>No evaluation lies beside this model: npx matinee evaluate makes one.</Nothing>
    )}
  </Panel>
);

/** How good it is with the people who come. */
export const Live = ({ models }: Pick<ToldFigures, "models">) => (
  <Panel
    title="The model with the people who come"
    isWide
    means="The share of its suggestions that were liked and disliked, for each version that was in use. After a retraining the new one should be no worse than the one before: look whether the intervals overlap."
  >
    {models.length > 0 ? (
      <Rows
        caption="Live quality by version of the model"
        head={["Version", "Days", "Suggestions", "Liked", "Disliked"]}
        rows={models.map(({ versions, from, to, suggestions, shares }) => [
          versions.map((version) => version.slice(0, 8)).join(", "),
          inDays(from, to),
          inWhole(suggestions),
          ...(["like", "dislike"] as const).map((what) =>
            shares
              ? `${inPercent(shares[what].share)} (${inPercent(shares[what].low)} to ${inPercent(shares[what].high)})`
              : "—",
          ),
        ])}
      />
    ) : (
      <Nothing>Nothing to tell yet.</Nothing>
    )}
  </Panel>
);

import { expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { ShownTurn } from "./schemas/conversation.ts";
import type { ShownEvening } from "./schemas/evenings.ts";
import type { Film } from "./schemas/film.ts";
import type { checksSchema, operatorSchema, overviewSchema } from "./schemas/operate.ts";
import type {
  hiddenSchema,
  historySchema,
  opinionsSchema,
  profileSchema,
  sharedPageSchema,
  watchLaterSchema,
  welcomedSchema,
} from "./schemas/people.ts";
import type {
  ToldEvening,
  ToldFilm,
  ToldHistoryItem,
  ToldKept,
  ToldOpinion,
  ToldPage,
  ToldProfile,
  ToldShared,
  ToldTurn,
  ToldWelcome,
} from "./told.ts";
import type { ToldChecks, ToldOperator, ToldOverview } from "./told-operator.ts";

test("what the page takes itself to be told is what is told", () => {
  expectTypeOf<Film>().toExtend<ToldFilm>();
  expectTypeOf<ShownTurn>().toExtend<ToldTurn>();
  expectTypeOf<ShownEvening>().toExtend<ToldEvening>();
  expectTypeOf<z.infer<typeof welcomedSchema>>().toExtend<ToldWelcome>();
  expectTypeOf<z.infer<typeof opinionsSchema>>().toExtend<ToldPage<ToldOpinion>>();
  expectTypeOf<z.infer<typeof historySchema>>().toExtend<ToldPage<ToldHistoryItem>>();
  expectTypeOf<z.infer<typeof hiddenSchema>>().toExtend<
    ToldPage<ToldOpinion> & { readonly refused: readonly string[] }
  >();
  expectTypeOf<z.infer<typeof watchLaterSchema>>().toExtend<ToldPage<ToldKept>>();
  expectTypeOf<z.infer<typeof sharedPageSchema>>().toExtend<ToldShared>();
  expectTypeOf<z.infer<typeof profileSchema>>().toExtend<ToldProfile>();
});

test("what the operator's page takes itself to be told is what is told", () => {
  expectTypeOf<z.infer<typeof overviewSchema>>().toExtend<ToldOverview>();
  expectTypeOf<z.infer<typeof checksSchema>>().toExtend<ToldChecks>();
  expectTypeOf<z.infer<typeof operatorSchema>>().toExtend<ToldOperator>();
});

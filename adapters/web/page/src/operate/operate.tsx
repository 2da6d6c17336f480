import { useCallback, useEffect, useState } from "react";
import type { ToldOperator } from "../../../told-operator.ts";
import { ask, Refused } from "../api/ask.ts";
import { Dashboard } from "./dashboard.tsx";
import { SignIn } from "./sign-in.tsx";

/** The page for whoever runs Matinee: behind a key, which is asked for once. */
export function Operate() {
  const [operator, setOperator] = useState<ToldOperator | "unknown" | "nobody">("unknown");
  const [problem, setProblem] = useState("");

  const look = useCallback(async () => {
    try {
      setOperator(await ask<ToldOperator>("GET", "/operate/session"));
    } catch (error) {
      setOperator("nobody");
      // who never signed in has done nothing wrong; whose key has ended is told
      const isNews = !(error instanceof Refused) || !/^This is for/.test(error.message);
      setProblem(isNews ? (error as Error).message : "");
    }
  }, []);
  useEffect(() => void look(), [look]);

  const signOut = async () => {
    await ask("DELETE", "/operate/session").catch(() => {});
    setProblem("");
    setOperator("nobody");
  };

  if (operator === "unknown")
    return (
      <main className="p-8 text-quiet" aria-busy="true">
        <h1 className="sr-only">Running Matinee</h1>
        One moment …
      </main>
    );
  if (operator === "nobody") return <SignIn problem={problem} onSignedIn={setOperator} />;
  return <Dashboard operator={operator} onLost={look} onSignOut={signOut} />;
}

import { type FormEvent, useState } from "react";
import type { ToldOperator } from "../../../told-operator.ts";
import { ask } from "../api/ask.ts";

interface SignInProps {
  /** Why the page is not there any more; "" for somebody who comes. */
  readonly problem: string;
  readonly onSignedIn: (operator: ToldOperator) => void;
}

export function SignIn({ problem: before, onSignedIn }: SignInProps) {
  const [key, setKey] = useState("");
  const [problem, setProblem] = useState(before);
  const [isAsking, setAsking] = useState(false);

  const signIn = async (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
    try {
      onSignedIn(await ask<ToldOperator>("POST", "/operate/session", { key: key.trim() }));
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setAsking(false);
    }
  };

  return (
    <main className="mx-auto flex min-h-dvh max-w-lg flex-col justify-center gap-6 px-4 py-10">
      <h1 className="heading">Running Matinee</h1>
      <p>
        How it goes: who comes, whether films are found, what is wrong. Nothing that anybody wrote is here, no
        names, and no figure about fewer than five people.
      </p>
      <form onSubmit={signIn} className="flex flex-col gap-3">
        <label htmlFor="key" className="font-semibold">
          Your key
        </label>
        <input
          id="key"
          type="password"
          className="field"
          autoComplete="current-password"
          spellCheck={false}
          placeholder="matinee_…"
          required
          value={key}
          onChange={({ target }) => setKey(target.value)}
          aria-describedby="how"
          aria-invalid={problem !== ""}
        />
        {problem && (
          <p role="alert" className="text-dislike">
            {problem}
          </p>
        )}
        <button type="submit" className="button-strong" disabled={isAsking || key.trim() === ""}>
          Sign in
        </button>
      </form>
      <p id="how" className="text-sm text-quiet">
        A key is made where Matinee runs: <code>npx matinee keys add --name me --scope operate</code>. It
        stays in a cookie of this browser that no script can read, until you sign out or the key ends.
      </p>
    </main>
  );
}

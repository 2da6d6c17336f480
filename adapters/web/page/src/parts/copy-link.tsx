import { useState } from "react";

/** None where the browser lets no page write there: over plain HTTP. */
export function CopyLink({ address }: { readonly address: string }) {
  const [isCopied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  const copy = () => navigator.clipboard.writeText(address).then(() => setCopied(true));
  return (
    <button type="button" className="button text-sm" onClick={() => void copy()}>
      {isCopied ? "Copied" : "Copy it"}
    </button>
  );
}

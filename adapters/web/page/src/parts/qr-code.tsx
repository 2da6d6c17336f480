import encodeQR from "qr";
import { useMemo } from "react";

/** A quiet zone of four modules all round, as ISO/IEC 18004 asks for. */
const QUIET = 4;

/** An address to be read by a camera: dark on light, whatever the page's colours. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const modules = useMemo(() => encodeQR(text, "raw", { border: QUIET }), [text]);
  const dark = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
      className="size-40 shrink-0 rounded"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}

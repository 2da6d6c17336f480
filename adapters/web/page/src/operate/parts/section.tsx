import type { ReactNode } from "react";

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One thing that is asked. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-28 border-t border-line pt-8">
      <h2 id={`${id}-title`} className="mb-5 font-title text-3xl">
        {title}
      </h2>
      <div className="grid items-start gap-5 lg:grid-cols-2">{children}</div>
    </section>
  );
}

interface PanelProps {
  readonly title: string;
  /** What the figure says, to somebody who has never seen it. */
  readonly means: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A figure with what it means. */
export function Panel({ title, means, isWide = false, children }: PanelProps) {
  return (
    <article
      className={`kept-whole flex min-w-0 flex-col gap-3 rounded-2xl border border-line bg-raised p-5 ${isWide ? "lg:col-span-2" : ""}`}
    >
      <h3 className="font-title text-xl">{title}</h3>
      <p className="text-sm text-quiet">{means}</p>
      {children}
    </article>
  );
}

/** Where there is nothing yet to be told. */
export const Nothing = ({ children }: { readonly children: ReactNode }) => (
  <p className="rounded-xl border border-dashed border-line px-4 py-6 text-center text-quiet">{children}</p>
);

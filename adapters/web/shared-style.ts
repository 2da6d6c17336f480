/** How a page looks that a link opens: in the colours of the page for people. */
export const SHARED_STYLE = `:root {
  color-scheme: light dark;
  --ground: #f6f1e7;
  --line: #d9cfbf;
  --ink: #1d181c;
  --quiet: #62575a;
  --accent: #b3262b;
  font: 16px/1.5 "Avenir Next", "Century Gothic", system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #131013;
    --line: #40373c;
    --ink: #f6efe4;
    --quiet: #b7a9a8;
    --accent: #f0625c;
  }
}
body {
  max-width: 72rem;
  margin: 0 auto;
  padding: 1.5rem 1rem;
  background: var(--ground);
  color: var(--ink);
  overflow-wrap: anywhere;
}
h1 {
  margin: 0;
  font: 400 2.25rem/1.2 Georgia, serif;
}
h2 {
  margin: 0;
  font-size: 1rem;
}
p {
  margin: 0.5rem 0;
}
header p,
footer p,
li p {
  color: var(--quiet);
}
li p {
  margin: 0.25rem 0;
  font-size: 0.875rem;
}
ol {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
  gap: 1.5rem 1rem;
  margin: 1.5rem 0;
  padding: 0;
  list-style: none;
}
img {
  display: block;
  width: 100%;
  height: auto;
  aspect-ratio: 2 / 3;
  margin-bottom: 0.5rem;
  border-radius: 0.5rem;
  background: var(--line);
  object-fit: cover;
}
footer {
  margin-top: 2rem;
  border-top: 1px solid var(--line);
  font-size: 0.875rem;
}
a {
  display: inline-block;
  min-height: 2.75rem;
  line-height: 2.75rem;
  color: var(--accent);
  outline-offset: 2px;
}
`;

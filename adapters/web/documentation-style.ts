/** How the documentation looks. */
export const STYLE = `:root {
  color-scheme: light dark;
  font: 16px/1.5 system-ui, sans-serif;
}
body {
  max-width: 60rem;
  margin: 0 auto;
  padding: 1rem;
}
nav ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1rem;
  padding: 0;
  list-style: none;
}
section {
  border-top: 1px solid;
  margin-top: 2rem;
}
h2 {
  text-transform: capitalize;
}
article {
  margin-bottom: 2rem;
}
table {
  display: block;
  overflow-x: auto;
  border-collapse: collapse;
}
th,
td {
  padding: 0.2rem 1rem 0.2rem 0;
  text-align: left;
  vertical-align: top;
}
dt {
  font-weight: bold;
}
`;

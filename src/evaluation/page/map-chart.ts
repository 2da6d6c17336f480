import type { CustomSeriesOption } from "echarts/charts";
import type { MappedMovie } from "../movie-map.ts";
import { draw } from "./draw.ts";
import { placeLabels } from "./place-labels.ts";
import { INK, isNarrow } from "./theme.ts";

/** Genres that tell most come first: a movie is coloured by the first that it has. */
const GENRES: readonly (readonly [genre: string, colour: string])[] = [
  ["Animation", "#0891b2"],
  ["Horror", "#7c3aed"],
  ["Sci-Fi", "#2563eb"],
  ["War", "#78716c"],
  ["Crime", "#b45309"],
  ["Romance", "#db2777"],
  ["Action", "#dc2626"],
  ["Comedy", "#ca8a04"],
  ["Drama", "#15803d"],
];
const NO_GENRE = ["other", "#94a3b8"] as const;

const NAMED = { wide: 64, narrow: 20 };

/** Movies as dots by genre, the best known of them named as long as names do not touch. */
export function mapChart(mapped: readonly MappedMovie[], width: number): string {
  const narrow = isNarrow(width);
  const margin = narrow ? 14 : 30;
  const legend = narrow ? 64 : 44;
  const height = narrow ? 460 : 820;
  const place = placing(mapped, {
    left: margin,
    right: width - margin,
    top: legend,
    bottom: height - margin,
  });
  const fontSize = narrow ? 10 : 11.5;
  const points = mapped.map((shown) => {
    const [x, y] = place(shown);
    return { x, y, radius: narrow ? 2 : 4, text: shown.movie.title };
  });
  const sides = placeLabels(points, {
    width,
    height,
    fontSize,
    avoid: "placed",
    limit: narrow ? NAMED.narrow : NAMED.wide,
  });
  return draw(
    {
      legend: { top: 4, itemGap: narrow ? 8 : 16, icon: "circle", textStyle: { color: INK, fontSize } },
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { type: "value", show: false, min: 0, max: width },
      yAxis: { type: "value", show: false, min: 0, max: height, inverse: true },
      series: [
        ...[...GENRES, NO_GENRE].map(([genre, colour]) =>
          dots(
            genre,
            colour,
            mapped.filter(({ movie }) => mainGenre(movie.genres) === genre).map(place),
            narrow ? 3 : 6,
          ),
        ),
        {
          type: "scatter",
          symbolSize: narrow ? 5 : 8,
          silent: true,
          z: 3,
          data: points.flatMap(({ x, y, text }, at) => {
            const position = sides[at];
            return position ? [{ value: [x, y], name: text, label: { position } }] : [];
          }),
          itemStyle: { color: "transparent", borderColor: INK, borderWidth: 1.2 },
          label: {
            show: true,
            distance: 3,
            formatter: "{b}",
            fontSize,
            color: INK,
            textBorderColor: "#ffffff",
            textBorderWidth: 3,
          },
        },
      ],
    },
    width,
    height,
  );
}

/** All dots of a colour as one path, round ends of lines of no length: a tenth of the bytes of a shape each. */
const dots = (
  name: string,
  color: string,
  points: readonly (readonly [number, number])[],
  size: number,
): CustomSeriesOption => ({
  type: "custom",
  name,
  silent: true,
  itemStyle: { color },
  data: [0],
  renderItem: () => ({
    type: "path",
    shape: { pathData: points.map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}h.01`).join("") },
    style: { fill: "none", stroke: color, lineWidth: size, lineCap: "round", opacity: 0.65 },
  }),
});

const mainGenre = (genres: readonly string[]): string =>
  [...GENRES].find(([genre]) => genres.includes(genre))?.[0] ?? NO_GENRE[0];

type Place = (mapped: MappedMovie) => [x: number, y: number];

/** From the map's coordinates to pixels. */
function placing(
  mapped: readonly MappedMovie[],
  box: { left: number; right: number; top: number; bottom: number },
): Place {
  const scale = (values: readonly number[], from: number, to: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (value: number) => from + ((value - low) / (high - low || 1)) * (to - from);
  };
  const x = scale(
    mapped.map((point) => point.x),
    box.left,
    box.right,
  );
  const y = scale(
    mapped.map((point) => point.y),
    box.top,
    box.bottom,
  );
  return (point) => [x(point.x), y(point.y)];
}

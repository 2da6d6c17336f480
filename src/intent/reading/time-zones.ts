/** Time zones by the names that people give them: "Europe/Berlin", "Berlin", "New York". */

let byName: ReadonlyMap<string, string> | undefined;

/** Looked up once: there are some four hundred, and most people never name any. */
function zones(): ReadonlyMap<string, string> {
  byName ??= new Map([
    ...Intl.supportedValuesOf("timeZone").flatMap((zone): [string, string][] => [
      [plain(zone.slice(zone.lastIndexOf("/") + 1)), zone],
      [plain(zone), zone],
    ]),
    ...["UTC", "GMT", "CET", "EET", "WET"].map((zone): [string, string] => [plain(zone), zone]),
  ]);
  return byName;
}

const plain = (name: string): string => name.trim().toLowerCase().replaceAll("_", " ");

/** Undefined where no zone goes by the name. */
export const timeZoneNamed = (name: string): string | undefined => zones().get(plain(name));

/** What Spark takes on the command line: refused here in a sentence, before anything is read. */
import { InvalidArgumentError } from "commander";

const MASTERS = [
  /^local(?:\[(?:[1-9]\d*|\*)(?:, *\d+)?\])?$/,
  /^local-cluster\[ *[1-9]\d* *, *[1-9]\d* *, *[1-9]\d* *\]$/,
  /^(?:spark|mesos|k8s):\/\/[^\s/]\S*$/,
  /^yarn$/,
];

/** The address of a Spark. @throws InvalidArgumentError */
export function master(text: string): string {
  if (!MASTERS.some((form) => form.test(text)))
    throw new InvalidArgumentError(
      "Expected a master of Spark's, such as local[2], local-cluster[2,1,1024], spark://host:7077 or yarn.",
    );
  return text;
}

const MEGABYTES = { m: 1, g: 1_024, t: 1_048_576 } as const;
/** Below that Spark does not start. */
const LEAST_MEGABYTES = 512;

/** A size of memory as Java has it. @throws InvalidArgumentError */
export function memory(text: string): string {
  const [, size, unit] = /^([1-9]\d{0,8})([mgt])$/i.exec(text) ?? [];
  const megabytes = Number(size) * MEGABYTES[unit?.toLowerCase() as keyof typeof MEGABYTES];
  if (!(megabytes >= LEAST_MEGABYTES))
    throw new InvalidArgumentError(`Expected a size of memory from ${LEAST_MEGABYTES}m on, such as 6g.`);
  return text;
}

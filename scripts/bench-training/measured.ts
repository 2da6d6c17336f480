export interface Measured {
  readonly seconds: number;
  /** Of the whole process, less what it held before the fit. */
  readonly peakMegabytes: number;
  readonly ratings: number;
}

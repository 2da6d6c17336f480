export const DIMENSIONS = 64;

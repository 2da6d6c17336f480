/** Of a cache: it holds so many entries at the most, and takes no room before it has them, for there is one a workspace. */
export const atMost = (entries: number) => ({ maxSize: entries, sizeCalculation: () => 1 });

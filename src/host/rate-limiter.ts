/** The limiter that counts in memory, by itself: the library's entry reads one for every database besides, and each start waits for them. */
import { createRequire } from "node:module";
import type * as limiters from "rate-limiter-flexible";

const require = createRequire(import.meta.url);

export const RateLimiterMemory: typeof limiters.RateLimiterMemory = require("rate-limiter-flexible/lib/RateLimiterMemory.js");
export type RateLimiterMemory = limiters.RateLimiterMemory;
export const RateLimiterRes: typeof limiters.RateLimiterRes = require("rate-limiter-flexible/lib/RateLimiterRes.js");

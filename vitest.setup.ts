import fc from "fast-check";

/** Property tests draw the same inputs on every run, so that what passed once passes again. FAST_CHECK_SEED=n draws others. */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 1) });

/** Programs that are started print plain words, wherever the tests run. */
delete process.env.FORCE_COLOR;
process.env.NO_COLOR = "1";

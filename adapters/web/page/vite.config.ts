import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const OUT = "dist/adapters/web/page";

/** Beside each text a smaller one, for the server to send where it is understood. */
const compressed: Plugin = {
  name: "compressed",
  closeBundle() {
    for (const name of readdirSync(OUT, { recursive: true, encoding: "utf8" })) {
      if (!/\.(html|js|css|svg|webmanifest)$/.test(name)) continue;
      const file = join(OUT, name);
      const bytes = readFileSync(file);
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    }
  },
};

/** The page and its service worker; nothing is inlined, for the content security policy lets nothing inline through. */
export default defineConfig({
  plugins: [react(), tailwind(), compressed],
  build: {
    outDir: `../../../${OUT}`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700, // in kB: charts, on the operator's page alone
    rollupOptions: {
      input: { index: "index.html", operate: "operate.html", sw: "src/sw.ts" },
      output: {
        // The worker's name stays, for browsers look for a newer one by it
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  // npm run web answers what the page asks for
  server: { proxy: { "^/(people|films|recommendations|health|operate/)": "http://127.0.0.1:8080" } },
});

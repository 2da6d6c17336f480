import { openWorld } from "./dist/src/host/open-world.js";
const world = await openWorld("artifacts","data/policy.yaml");
for (const q of process.argv.slice(2)) { const t=performance.now(); const r=world.catalog.about(q,{limit:6}); console.log(q,"| known",r.words.join(","),"| unknown",r.unknown.join(","),(performance.now()-t).toFixed(0)+"ms"); for(const f of r.films) console.log("   ",f.fit.toFixed(2),f.score.toFixed(2),world.catalog.movies[f.row].title); }

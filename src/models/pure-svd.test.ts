import { fittedModelContract } from "./fitted-model.contract.ts";
import { fitPureSvd } from "./pure-svd.ts";

fittedModelContract("PureSVD", (data, options) => fitPureSvd(data, { dimensions: 4, ...options }));

import { fitBiasedMf, fitSvdPlusPlus } from "./biased-factors.ts";
import { fittedModelContract } from "./fitted-model.contract.ts";

fittedModelContract("biased matrix factorisation", fitBiasedMf);
fittedModelContract("SVD++", fitSvdPlusPlus);

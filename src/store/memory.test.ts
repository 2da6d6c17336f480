import { eveningsContract } from "./evenings.contract.ts";
import { figuresContract } from "./figures.contract.ts";
import { linksContract } from "./links.contract.ts";
import { memoryStore } from "./memory.ts";
import { sharedPagesContract } from "./shared-pages.contract.ts";
import { storeContract } from "./store.contract.ts";
import { topListsContract } from "./top-lists.contract.ts";

storeContract("memory", async () => memoryStore());
eveningsContract("memory", async () => memoryStore());
figuresContract("memory", async () => memoryStore());
linksContract("memory", async () => memoryStore());
sharedPagesContract("memory", async () => memoryStore());
topListsContract("memory", async () => memoryStore());

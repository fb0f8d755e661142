// Every page but the search's.
import { keep, loaded } from "./offline.js";

loaded(keep);

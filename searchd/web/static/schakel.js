// The page works without any of this; see searchd/web/README.md.
import { showForm, startLiveResults } from './live_results.js';
import { startOwnRegion } from './own_region.js';
import { startShortcut } from './shortcut.js';
import { startSuggestions } from './suggestions.js';

document.documentElement.classList.add('scripted');
const madeWithoutRegion = startOwnRegion();
startLiveResults();
startSuggestions();
startShortcut();
if (madeWithoutRegion) showForm();

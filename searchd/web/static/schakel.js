// The page works without any of this; see searchd/web/README.md.
import { startLiveResults } from './live_results.js';
import { startShortcut } from './shortcut.js';

document.documentElement.classList.add('scripted');
startLiveResults();
startShortcut();

// The page works without any of this; see searchd/web/README.md.
import { startCopy } from './copy.js';
import { startFacetSearch } from './facet_search.js';
import { showForm, startLiveResults } from './live_results.js';
import { startOwnRegion } from './own_region.js';
import { startSelection } from './selection.js';
import { startShortcut } from './shortcut.js';
import { startSuggestions } from './suggestions.js';
import { startYearSlider } from './year_slider.js';

document.documentElement.classList.add('scripted');
const madeWithoutRegion = startOwnRegion();
startLiveResults();
startYearSlider();
startFacetSearch();
startSelection();
startSuggestions();
startCopy();
startShortcut();
if (madeWithoutRegion) showForm();

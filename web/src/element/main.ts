/** Where the element's script begins. Loaded twice, the first one stays. */
import { UpgradeRateElement } from './element.js'

if (!customElements.get('upgrade-rate')) customElements.define('upgrade-rate', UpgradeRateElement)

/** The one message that the service worker listens to. */
export const TAKE_OVER = 'upgrade-rate: take over'

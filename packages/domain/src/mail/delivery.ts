/** What became of one mail, from the least known to the surest; GIVEN_UP never left us (état de remise). */
export const deliveryStates = ['WAITING', 'GIVEN_UP', 'SENT', 'DELAYED', 'DELIVERED', 'BOUNCED'] as const;
/** One of `deliveryStates`. */
export type DeliveryState = (typeof deliveryStates)[number];

/** What a delivery status notification says was done with a mail (RFC 3464, field Action). */
export const deliveryActions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
/** One of `deliveryActions`. */
export type DeliveryAction = (typeof deliveryActions)[number];

const stateOf = { failed: 'BOUNCED', delayed: 'DELAYED', delivered: 'DELIVERED', relayed: 'SENT', expanded: 'SENT' } as const;
const rank = (state: DeliveryState) => deliveryStates.indexOf(state);

/**
 * The state after a notification (RFC 3464): it only moves towards what is surer, in whatever order notifications arrive, so a delay told
 * late undoes no delivery; a mail delivered and then sent back is a failure.
 */
export const deliveryAfter = (state: DeliveryState, action: DeliveryAction): DeliveryState =>
  rank(stateOf[action]) > rank(state) ? stateOf[action] : state;

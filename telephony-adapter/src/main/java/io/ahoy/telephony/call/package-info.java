/**
 * Who is on the line with whom. The {@link io.ahoy.telephony.call.Switchboard} turns the router's outputs into actions at the exchange
 * and what happens there into the router's inputs; the {@link io.ahoy.telephony.call.Reconciler} compares both worlds after a gap.
 */
@NullMarked
package io.ahoy.telephony.call;

import org.jspecify.annotations.NullMarked;

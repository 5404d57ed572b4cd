/** Calls through the real Asterisk, the real router and the real database, with phones that the tests hold in their hands. */
@NullMarked
package io.ahoy.telephony.live;

import org.jspecify.annotations.NullMarked;

/** The switchboard against an exchange and a router that the tests play. */
@NullMarked
package io.ahoy.telephony.call;

import org.jspecify.annotations.NullMarked;

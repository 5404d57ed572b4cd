/** Asterisk's files as shipped, and an Asterisk started with them. */
@NullMarked
package io.ahoy.telephony.pbx;

import org.jspecify.annotations.NullMarked;

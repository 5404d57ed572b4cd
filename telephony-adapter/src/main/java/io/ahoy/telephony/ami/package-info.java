/**
 * The link to Asterisk's manager interface: nothing that Asterisk says is lost unnoticed, and nothing that a caller says reaches it as
 * a command.
 */
@NullMarked
package io.ahoy.telephony.ami;

import org.jspecify.annotations.NullMarked;

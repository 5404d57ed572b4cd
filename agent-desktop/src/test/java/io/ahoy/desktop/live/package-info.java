/**
 * The whole product as its users meet it: a child process with its own MariaDB and Asterisk, callers and desk phones played by
 * SIPp, agents speaking the web API. For the tests that want the real thing, and for measuring.
 */
@NullMarked
package io.ahoy.desktop.live;

import org.jspecify.annotations.NullMarked;

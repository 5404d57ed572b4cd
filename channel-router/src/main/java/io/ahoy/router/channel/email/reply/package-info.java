/** Automatic replies, by RFC 3834: to people only, once, and never without a record of why or why not. */
@NullMarked
package io.ahoy.router.channel.email.reply;

import org.jspecify.annotations.NullMarked;

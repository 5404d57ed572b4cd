/** The channel of mails: received, read, understood, routed, answered. */
@NullMarked
package io.ahoy.router.channel.email;

import org.jspecify.annotations.NullMarked;

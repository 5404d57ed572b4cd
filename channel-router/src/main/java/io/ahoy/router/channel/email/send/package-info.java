/** From a letter to the bytes of a mail, and from the outbox to mail servers. */
@NullMarked
package io.ahoy.router.channel.email.send;

import org.jspecify.annotations.NullMarked;

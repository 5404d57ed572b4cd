/** From mail servers into the store: each message exactly once, whatever breaks in between. */
@NullMarked
package io.ahoy.router.channel.email.receive;

import org.jspecify.annotations.NullMarked;

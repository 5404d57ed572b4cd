/** Conversations that come back to agents at a time of their own choice. */
@NullMarked
package io.ahoy.router.channel.email.follow;

import org.jspecify.annotations.NullMarked;

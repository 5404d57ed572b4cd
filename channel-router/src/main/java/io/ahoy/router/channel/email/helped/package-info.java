/** Customers say that a suggested article has helped. */
@NullMarked
package io.ahoy.router.channel.email.helped;

import org.jspecify.annotations.NullMarked;

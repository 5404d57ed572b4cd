/** Rules of mail: CEL expressions over what came, in an order, and what follows from them. */
@NullMarked
package io.ahoy.router.channel.email.rule;

import org.jspecify.annotations.NullMarked;

/** Agents split conversations and join them. */
@NullMarked
package io.ahoy.router.channel.email.regroup;

import org.jspecify.annotations.NullMarked;

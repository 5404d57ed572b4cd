/** The small mail server that Ahoy brings for trying mail out. */
@NullMarked
package io.ahoy.router.channel.email.trial;

import org.jspecify.annotations.NullMarked;

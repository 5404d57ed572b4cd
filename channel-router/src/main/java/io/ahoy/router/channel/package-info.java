/** What every channel shares; each channel has a folder of its own. */
@NullMarked
package io.ahoy.router.channel;

import org.jspecify.annotations.NullMarked;

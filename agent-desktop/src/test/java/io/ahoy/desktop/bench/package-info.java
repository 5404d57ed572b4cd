/** What {@code ./ahoy bench} runs: measurements on the real parts, beside a peer or the bare limit in the same run. */
@NullMarked
package io.ahoy.desktop.bench;

import org.jspecify.annotations.NullMarked;

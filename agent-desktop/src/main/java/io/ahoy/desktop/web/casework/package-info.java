/** Cases. */
@NullMarked
package io.ahoy.desktop.web.casework;

import org.jspecify.annotations.NullMarked;

/** Cases: what customers want, and by when it is done. */
@NullMarked
package io.ahoy.crm.casework;

import org.jspecify.annotations.NullMarked;

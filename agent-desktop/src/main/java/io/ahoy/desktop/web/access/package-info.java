@NullMarked
package io.ahoy.desktop.web.access;

import org.jspecify.annotations.NullMarked;

/** The operator's settings: one strict, typed record with defaults for everything. */
@NullMarked
package io.ahoy.config;

import org.jspecify.annotations.NullMarked;

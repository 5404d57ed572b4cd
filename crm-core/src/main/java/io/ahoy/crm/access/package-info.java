@NullMarked
package io.ahoy.crm.access;

import org.jspecify.annotations.NullMarked;

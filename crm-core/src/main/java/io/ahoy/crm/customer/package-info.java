/** Who contacts us: numbers in E.164, customers and the points they can be reached at. */
@NullMarked
package io.ahoy.crm.customer;

import org.jspecify.annotations.NullMarked;

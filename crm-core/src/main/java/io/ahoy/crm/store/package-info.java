/** The database: the embedded MariaDB, the pool with its migrations and transactions, and the ids of rows. */
@NullMarked
package io.ahoy.crm.store;

import org.jspecify.annotations.NullMarked;

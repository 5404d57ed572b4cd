/** Who works here and with which queues, break reasons and dispositions; passwords and sessions. */
@NullMarked
package io.ahoy.crm.team;

import org.jspecify.annotations.NullMarked;

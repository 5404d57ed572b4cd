/** What became of the mails of a span of time, in figures. */
@NullMarked
package io.ahoy.crm.mail.report;

import org.jspecify.annotations.NullMarked;

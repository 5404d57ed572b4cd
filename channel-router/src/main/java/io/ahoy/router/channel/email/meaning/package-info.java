/** What a mail means: who or what wrote it, which addresses failed, and which of its words are new. Pure: no clock, no I/O. */
@NullMarked
package io.ahoy.router.channel.email.meaning;

import org.jspecify.annotations.NullMarked;

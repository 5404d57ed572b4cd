/** From the bytes of a mail to its parts: headers decoded, texts as text, attachments named and typed, protection checked. */
@NullMarked
package io.ahoy.router.channel.email.read;

import org.jspecify.annotations.NullMarked;

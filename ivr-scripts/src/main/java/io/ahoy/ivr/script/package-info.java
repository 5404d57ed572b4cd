/** The IVR language: from text to a checked {@link io.ahoy.ivr.script.Script}, with every mistake told at once. */
@NullMarked
package io.ahoy.ivr.script;

import org.jspecify.annotations.NullMarked;

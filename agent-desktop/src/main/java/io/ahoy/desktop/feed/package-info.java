/**
 * The live feed: what the router's outputs add up to, pushed to the browsers that may see it, and what the coming and going
 * of those browsers means for the seats.
 */
@NullMarked
package io.ahoy.desktop.feed;

import org.jspecify.annotations.NullMarked;

/**
 * The one object mapper, the canonical form, digests, and a reader that reports every fault at
 * once.
 */
@NullMarked
package org.emcsettlement.core.json;

import org.jspecify.annotations.NullMarked;

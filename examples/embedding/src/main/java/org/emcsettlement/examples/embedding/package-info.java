/** How other systems use the library: one page for each kind of user. */
@NullMarked
package org.emcsettlement.examples.embedding;

import org.jspecify.annotations.NullMarked;

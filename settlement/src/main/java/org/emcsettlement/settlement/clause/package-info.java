/** One file per clause: each reads figures and adds figures, lines and balance movements. */
@NullMarked
package org.emcsettlement.settlement.clause;

import org.jspecify.annotations.NullMarked;

/** The command line tool {@code emc}. */
@NullMarked
package org.emcsettlement.examples.emc;

import org.jspecify.annotations.NullMarked;

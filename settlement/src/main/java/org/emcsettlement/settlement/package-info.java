/** Who owes whom, by which clause: settle a resolved contract, verify a statement. */
@NullMarked
package org.emcsettlement.settlement;

import org.jspecify.annotations.NullMarked;

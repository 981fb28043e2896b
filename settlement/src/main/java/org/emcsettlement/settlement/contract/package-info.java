/** What the parties signed, its presets and reader, and the contract resolved with its evidence. */
@NullMarked
package org.emcsettlement.settlement.contract;

import org.jspecify.annotations.NullMarked;

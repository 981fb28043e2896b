/** The assessment before a contract, as {@code proposal.json} and as a page. */
@NullMarked
package org.emcsettlement.settlement.report.assessment;

import org.jspecify.annotations.NullMarked;

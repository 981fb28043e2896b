/** The result: lines, balances, postings, and the statement that holds them. */
@NullMarked
package org.emcsettlement.settlement.statement;

import org.jspecify.annotations.NullMarked;

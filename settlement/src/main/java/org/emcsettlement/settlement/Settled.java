package org.emcsettlement.settlement;

import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.trail.Trail;

/**
 * A statement with the trail of its calculation.
 *
 * @param statement the statement
 * @param trail every step from evidence and contract terms to its amounts
 */
public record Settled(Statement statement, Trail trail) {}

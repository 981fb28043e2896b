package org.emcsettlement.settlement;

import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.settlement.packages.ConsolidatedStatement;

/**
 * One period of a package.
 *
 * @param consolidated the lead party's statement, the sum of the members'
 * @param joint the joint statement with its trail, absent if nothing is settled jointly
 * @param members the members' statements with their trails, by member id in the order of their
 *     ranks
 * @param unsettled what blocks the other members of the period, by member id
 */
public record SettledPackage(
    ConsolidatedStatement consolidated,
    Optional<Settled> joint,
    Map<String, Settled> members,
    Map<String, Findings> unsettled) {}

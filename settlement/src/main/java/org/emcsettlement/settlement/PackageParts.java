package org.emcsettlement.settlement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.packages.PackageContract;
import org.emcsettlement.settlement.packages.WeightTable;

/**
 * What a package is settled from.
 *
 * @param terms the joint terms
 * @param weights the declared weights
 * @param members the members' contracts with their evidence by member id, absent where something
 *     blocks
 * @param format the format of the contracts
 */
record PackageParts(
    PackageContract terms,
    WeightTable weights,
    Map<String, Checked<ResolvedContract>> members,
    ContractFormat format) {

  /** The contract of a member that does not block. */
  ResolvedContract resolved(String member) {
    Checked<ResolvedContract> resolved = members.get(member);
    if (resolved == null) {
      throw new IllegalArgumentException("member " + member + " has no contract");
    }
    return resolved.orThrow();
  }

  /** The members that do not block. */
  Map<String, ResolvedContract> resolved() {
    Map<String, ResolvedContract> resolved = new LinkedHashMap<>();
    members.forEach((id, member) -> member.value().ifPresent(own -> resolved.put(id, own)));
    return resolved;
  }

  /** A member's own statement in a period of the package; absent if its term has no day there. */
  Optional<StatementPeriod> period(String member, StatementPeriod joint) {
    return Optional.ofNullable(members.get(member))
        .flatMap(Checked::value)
        .flatMap(
            own ->
                own.statements().periods().stream()
                    .filter(period -> period.series() == joint.series())
                    .filter(period -> period.key().equals(joint.key()))
                    .filter(period -> period.full().equals(joint.full()))
                    .findFirst());
  }

  /** Whether a member has days in a period, as far as its contract could be read. */
  boolean mayHaveDaysIn(String member, StatementPeriod joint) {
    Checked<ResolvedContract> resolved = members.get(member);
    return resolved == null || resolved.value().isEmpty() || period(member, joint).isPresent();
  }
}

package org.emcsettlement.settlement.packages;

import java.util.List;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.ContractFormat;

/**
 * The format of joint contracts: any clause of the library, opened by the totals of the members and
 * closed by the allocation to them. Tax, retention and payment are settled by the members.
 */
final class JointFormat {

  private JointFormat() {}

  /** The format that a package is read with: which figures there are, not yet their values. */
  static ContractFormat declared(ContractFormat format, Pooling pooling) {
    return of(format, List.of(new MembersTotal(pooling, List.of(), Findings.none())));
  }

  /** The format with clauses that open and close a joint statement. */
  static ContractFormat of(ContractFormat format, List<Clause> closing) {
    return new ContractFormat(format.kinds(), format.presets(), closing);
  }
}

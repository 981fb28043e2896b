package org.emcsettlement.settlement.packages;

import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.FigureBook;

/**
 * What a member brings into a joint statement.
 *
 * @param member the member
 * @param contract its contract
 * @param service its days in the period: those of its own term
 * @param figures what its contract measured and earned
 */
public record MeasuredMember(
    PackageMember member, Contract contract, Period service, FigureBook figures) {

  /** {@return its id} */
  public String id() {
    return member.id();
  }

  /** Where a figure of it stands. */
  String source(Object figure) {
    return "members/" + id() + "#" + figure;
  }
}

package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.ContractFinding;

/** Bands that follow each other: a shared bound belongs to the lower band. */
final class Bands {

  private Bands() {}

  /** Upper bounds must rise, and only the last band is open. */
  static Findings check(Clause clause, List<Optional<BigDecimal>> upperBounds) {
    int last = upperBounds.size() - 1;
    boolean adjacent = last >= 0 && upperBounds.get(last).isEmpty();
    BigDecimal lower = BigDecimal.ZERO;
    for (int i = 0; i < last; i++) {
      BigDecimal upper = upperBounds.get(i).orElse(BigDecimal.ZERO);
      adjacent &= upper.compareTo(lower) > 0;
      lower = upper;
    }
    return adjacent
        ? Findings.none()
        : Findings.of(
            List.of(
                Finding.of(
                    ContractFinding.BANDS,
                    Place.pointer("contract.json", "/clauses"),
                    "clause",
                    clause.id())));
  }
}

package org.emcsettlement.settlement;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonDifference;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.trail.Trail;
import org.emcsettlement.settlement.trail.TrailDifference;

/**
 * What came out when a statement was settled again.
 *
 * @param outcome the result; the tolerance for amounts is nothing
 * @param recomputed what settling again gave, absent if it gave nothing
 * @param difference the first member of the statement that differs, the issued value first
 * @param node the first node of the trail that differs, the issued one first; absent if the issued
 *     trail is not at hand or is the same
 * @param lines the lines that differ, the issued one first
 * @param findings what was found while settling again
 */
public record Verification(
    Outcome outcome,
    Optional<Settled> recomputed,
    Optional<JsonDifference> difference,
    Optional<TrailDifference> node,
    List<LineDifference> lines,
    Findings findings) {

  /** The results of a verification. */
  public enum Outcome {
    /** The same bytes in canonical form, and the same trail if the issued one is at hand. */
    VERIFIED,
    /** Every amount, posting and balance is the same; something else differs. */
    VERIFIED_EQUIVALENT,
    /** Some amount, posting or balance differs. */
    MISMATCH,
    /** It cannot be settled again: a file or a fact is missing. */
    INCOMPLETE
  }

  /** {@return whether settling again gave the same bytes} */
  public boolean isVerified() {
    return outcome == Outcome.VERIFIED;
  }

  /**
   * Nothing to compare with.
   *
   * @param findings why
   * @return an incomplete verification
   */
  public static Verification incomplete(Findings findings) {
    return new Verification(
        Outcome.INCOMPLETE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        findings);
  }

  static Verification of(Statement issued, Optional<Trail> trail, Checked<Settled> again) {
    if (again.value().isEmpty()) {
      return incomplete(again.findings());
    }
    Settled settled = again.value().get();
    Statement recomputed = settled.statement();
    Optional<JsonDifference> difference =
        JsonDifference.between(issued.canonical(), recomputed.canonical());
    Optional<TrailDifference> node =
        trail.flatMap(recorded -> TrailDifference.between(recorded, settled.trail()));
    return new Verification(
        outcome(issued, recomputed, difference.isPresent() || node.isPresent()),
        again.value(),
        difference,
        node,
        LineDifference.between(issued, recomputed),
        again.findings());
  }

  private static Outcome outcome(Statement issued, Statement recomputed, boolean different) {
    if (!different) {
      return Outcome.VERIFIED;
    }
    boolean sameMoney =
        LineDifference.between(issued, recomputed).isEmpty()
            && issued.totals().equals(recomputed.totals())
            && issued.postings().equals(recomputed.postings())
            && issued.balances().equals(recomputed.balances());
    return sameMoney ? Outcome.VERIFIED_EQUIVALENT : Outcome.MISMATCH;
  }
}

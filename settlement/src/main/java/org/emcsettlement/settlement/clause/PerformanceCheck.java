package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.SeriesScope;

/** Whether the factor of a score is complete and agreed as it stands. */
final class PerformanceCheck {

  private static final Place CLAUSES = Place.pointer("contract.json", "/clauses");
  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  private final Performance terms;
  private final Contract contract;
  private final FindingCollector findings = new FindingCollector();

  PerformanceCheck(Performance terms, Contract contract) {
    this.terms = terms;
    this.contract = contract;
  }

  /** Checks what can be said of the terms alone. */
  static void complete(Performance terms) {
    List<Performance.Piece> pieces = terms.pieces();
    String id = terms.id();
    if (terms.form() == Performance.Form.LINEAR) {
      require(
          pieces.isEmpty(),
          id + " 为 LINEAR，不需要 pieces",
          "performance " + id + " is LINEAR, without pieces");
      return;
    }
    require(!pieces.isEmpty(), id + " 缺少考核分段 pieces", "performance " + id + " needs pieces");
    require(
        pieces.get(0).from().signum() == 0,
        id + " 的考核分段必须从 0 分开始",
        "the pieces of performance " + id + " must start at 0");
    for (int i = 1; i < pieces.size(); i++) {
      require(
          pieces.get(i).from().compareTo(pieces.get(i - 1).from()) > 0,
          id + " 的考核分段起点必须依次增大",
          "the bounds of performance " + id + " must rise");
    }
  }

  private static void require(boolean holds, String zh, String en) {
    if (!holds) {
      throw new RuleException(zh, en);
    }
  }

  Findings findings() {
    if (contract.schedule().annualStatement() && terms.series() == SeriesScope.REGULAR) {
      findings.add(ContractFinding.SCORE_SERIES, CLAUSES, "clause", terms.id());
    }
    List<Performance.Piece> pieces = terms.pieces();
    BigDecimal greatest = BigDecimal.ZERO;
    for (int i = 0; i < pieces.size(); i++) {
      Performance.Piece piece = pieces.get(i);
      boolean last = i == pieces.size() - 1;
      BigDecimal end = atEnd(piece, last ? FULL : pieces.get(i + 1).from());
      greatest = greatest.max(piece.factor()).max(end);
      if (!last && end.compareTo(pieces.get(i + 1).factor()) != 0) {
        jump(pieces.get(i + 1), end);
      }
    }
    if (!terms.bonus() && greatest.compareTo(BigDecimal.ONE) > 0) {
      findings.add(
          ContractFinding.SCORE_BONUS,
          CLAUSES,
          "clause",
          terms.id(),
          "factor",
          greatest.stripTrailingZeros().toPlainString());
    }
    return findings.findings();
  }

  private BigDecimal atEnd(Performance.Piece piece, BigDecimal end) {
    return terms.form() == Performance.Form.STEP
        ? piece.factor()
        : piece.factor().add(piece.slope().multiply(end.subtract(piece.from())));
  }

  private void jump(Performance.Piece next, BigDecimal before) {
    if (terms.continuous()) {
      findings.add(
          ContractFinding.SCORE_JUMP,
          CLAUSES,
          "clause",
          terms.id(),
          "from",
          next.from().toPlainString(),
          "before",
          before.stripTrailingZeros().toPlainString(),
          "after",
          next.factor().toPlainString());
    }
  }
}

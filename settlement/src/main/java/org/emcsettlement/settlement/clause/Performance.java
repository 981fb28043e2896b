package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * The score of the period decides how much of the linked part is earned (settlement-methods, 5.8):
 * {@code L = round(ℓ·fee)}, earned {@code round(φ(s)·L)}, the rest is deducted. Without a score the
 * linked part is paid in full, provisionally.
 */
@LibraryStyle
@Value.Immutable
public interface Performance extends Clause {

  /** The kind that contract files store. */
  String KIND = "performance";

  /** {@return ℓ, the linked part of the fee} */
  BigDecimal linked();

  /** {@return how the factor follows the score} */
  Form form();

  /** {@return the factor from a score on, bounds rising} */
  List<Piece> pieces();

  @Value.Default
  @Override
  default SeriesScope series() {
    return SeriesScope.EVERY;
  }

  @JsonProperty
  @Override
  default String kind() {
    return KIND;
  }

  @Override
  default Stage stage() {
    return Stage.PERFORMANCE;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** How the factor follows the score. */
  enum Form {
    /** The factor is that of the piece. */
    STEP,
    /** The factor is that of the piece plus its slope times the score above its bound. */
    LINEAR_PIECEWISE
  }

  /**
   * A piece of the factor, from a score on.
   *
   * @param from the least score, included
   * @param factor the factor at that score
   * @param slope the change of the factor per point of score
   */
  record Piece(BigDecimal from, BigDecimal factor, BigDecimal slope) {}

  /** What the score deducts. */
  LineKind DEDUCTION =
      LineKind.of("SCORE_DEDUCTION", "考核扣减", "score deduction", Account.SERVICE_REVENUE);

  /** The linked part. */
  LineKind LINKED = LineKind.of("LINKED_PART", "与考核挂钩部分", "linked part", Account.SERVICE_REVENUE);

  /** Checks that bounds rise. */
  @Value.Check
  default void check() {
    if (pieces().isEmpty()) {
      throw new RuleException(id() + " 缺少考核分段 pieces", "performance " + id() + " needs pieces");
    }
    if (pieces().get(0).from().signum() != 0) {
      throw new RuleException(
          id() + " 的考核分段必须从 0 分开始", "the pieces of performance " + id() + " must start at 0");
    }
    for (int i = 1; i < pieces().size(); i++) {
      if (pieces().get(i).from().compareTo(pieces().get(i - 1).from()) <= 0) {
        throw new RuleException(
            id() + " 的考核分段起点必须依次增大", "the bounds of performance " + id() + " must rise");
      }
    }
  }

  @Override
  default Findings check(Contract contract) {
    boolean refunded = contract.schedule().annualStatement() && series() == SeriesScope.REGULAR;
    return refunded
        ? Findings.of(
            List.of(
                Finding.of(
                    ContractFinding.SCORE_SERIES,
                    Place.pointer("contract.json", "/clauses"),
                    "clause",
                    id())))
        : Findings.none();
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new PerformanceCalculation(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<Performance> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.required("linked").flatMap(JsonElement::ratio).ifPresent(builder::linked);
    json.constant("form", Form.class).ifPresent(builder::form);
    builder.pieces(
        json.objects(
            "pieces",
            piece -> {
              Optional<BigDecimal> from = piece.decimal("from");
              Optional<BigDecimal> factor = piece.decimal("factor");
              Optional<BigDecimal> slope = piece.optional("slope").flatMap(JsonElement::decimal);
              return piece.build(
                  () ->
                      new Piece(
                          from.orElseThrow(), factor.orElseThrow(), slope.orElse(BigDecimal.ZERO)));
            }));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Performance}. */
  final class Builder extends ImmutablePerformance.Builder {
    Builder() {}
  }
}

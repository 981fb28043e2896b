package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * The score of the period decides how much of the linked part is earned (settlement-methods, 5.8):
 * {@code L = round(ℓ·fee)}, earned {@code round(φ(s)·L)}, the rest is deducted. Without a score the
 * linked part is paid in full, provisionally, or withheld; a score recorded later settles it in the
 * statement that first knows it.
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

  /** {@return the factor from a score on, bounds rising; none if LINEAR} */
  List<Piece> pieces();

  /** {@return whether the pieces are agreed to join without a jump} */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  @Value.Default
  default boolean continuous() {
    return false;
  }

  /** {@return whether a factor above 1 is agreed, which earns more than the linked part} */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  @Value.Default
  default boolean bonus() {
    return false;
  }

  /** {@return the items that limit the factor when they fail} */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  List<Veto> vetoes();

  /** {@return what is paid until a score is known; PAID if absent} */
  Optional<MissingScore> missingScore();

  /**
   * {@return the days after the service period in which a score is still recorded in time for its
   * statement; 30 if absent}
   */
  Optional<Integer> awaitDays();

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
  default Set<String> records() {
    return Set.of(Scorecard.NAME);
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
    LINEAR_PIECEWISE,
    /** The factor is the score over 100. */
    LINEAR
  }

  /** What is paid of the linked part until a score is known. */
  enum MissingScore {
    /** All of it, provisionally. */
    PAID,
    /** Nothing. */
    WITHHELD
  }

  /**
   * An item whose failure limits the factor, whatever the other items scored (一票否决).
   *
   * @param item the item of the scorecard
   * @param below the score below which it fails
   * @param factor the factor then, unless that of the score is lower
   */
  record Veto(String item, BigDecimal below, BigDecimal factor) {}

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

  /** What the score earns beyond the linked part. */
  LineKind BONUS = LineKind.of("SCORE_BONUS", "考核奖励", "score bonus", Account.SERVICE_REVENUE);

  /** The linked part that waits for its score. */
  LineKind WITHHELD =
      LineKind.of("SCORE_WITHHELD", "待评分暂不支付", "awaiting its score", Account.SERVICE_REVENUE);

  /** What a score that came late settles. */
  LineKind LATE =
      LineKind.of("SCORE_TRUE_UP", "补评考核清算", "settled by a later score", Account.SERVICE_REVENUE);

  /** The linked part. */
  LineKind LINKED = LineKind.of("LINKED_PART", "与考核挂钩部分", "linked part", Account.SERVICE_REVENUE);

  /** Checks that bounds rise. */
  @Value.Check
  default void check() {
    PerformanceCheck.complete(this);
  }

  @Override
  default Findings check(Contract contract) {
    return new PerformanceCheck(this, contract).findings();
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
    json.optional("continuous").flatMap(JsonElement::flag).ifPresent(builder::continuous);
    json.optional("bonus").flatMap(JsonElement::flag).ifPresent(builder::bonus);
    builder.vetoes(
        json.objects(
            "vetoes",
            veto -> {
              Optional<String> item = veto.text("item");
              Optional<BigDecimal> below = veto.decimal("below");
              Optional<BigDecimal> factor = veto.required("factor").flatMap(JsonElement::ratio);
              return veto.build(
                  () -> new Veto(item.orElseThrow(), below.orElseThrow(), factor.orElseThrow()));
            }));
    builder.missingScore(
        json.optional("missingScore").flatMap(element -> element.constant(MissingScore.class)));
    builder.awaitDays(json.optional("awaitDays").flatMap(JsonElement::integer));
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

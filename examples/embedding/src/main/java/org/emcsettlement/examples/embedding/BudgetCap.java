package org.emcsettlement.examples.embedding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * A clause that the library does not have: an instalment is paid up to the appropriation of the
 * period (当期预算); what lies above it waits for the annual true-up.
 *
 * @param id the id
 * @param reference the number of the clause in the signed text, if stated
 * @param appropriation the most that one regular statement may come to
 */
public record BudgetCap(String id, Optional<String> reference, BigDecimal appropriation)
    implements Clause {

  /** The kind that contract files store. */
  public static final String KIND = "budget-cap";

  private static final LineKind ABOVE_BUDGET =
      LineKind.of("ABOVE_BUDGET", "超当期预算部分，转年度清算", "above the budget", Account.SERVICE_REVENUE);

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  public static Optional<BudgetCap> read(JsonObject json) {
    json.has("kind");
    Optional<String> id = json.text("id");
    Optional<String> reference = json.optional("reference").flatMap(JsonElement::text);
    Optional<BigDecimal> most = json.required("appropriation").flatMap(JsonElement::notNegative);
    return json.build(() -> new BudgetCap(id.orElseThrow(), reference, most.orElseThrow()));
  }

  @JsonProperty
  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public SeriesScope series() {
    return SeriesScope.REGULAR;
  }

  @Override
  public Stage stage() {
    return Stage.LIMIT;
  }

  @Override
  public Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  @Override
  public Set<FigureKey<?>> writes() {
    return Set.of();
  }

  @Override
  public Outcome apply(StatementInput input) {
    Calculator calculator = input.calculator();
    List<PostedAmount> earned =
        input.lines().stream()
            .filter(line -> line.draft().use() == LineDraft.Use.ENTITLEMENT)
            .flatMap(line -> line.draft().amount().stream())
            .toList();
    if (earned.isEmpty()) {
      return Outcome.builder().build();
    }
    PostedAmount total = calculator.total("earned-so-far", earned);
    PostedAmount cap =
        calculator.post(
            "appropriation",
            calculator.parameter("appropriation", appropriation, calculator.currencyCode()));
    PostedAmount paid = calculator.smaller("within-budget", total, cap);
    return Outcome.builder()
        .line(
            LineDraft.builder()
                .kind(ABOVE_BUDGET)
                .use(LineDraft.Use.ENTITLEMENT)
                .amount(calculator.complement("above-budget", paid, total))
                .build())
        .build();
  }
}

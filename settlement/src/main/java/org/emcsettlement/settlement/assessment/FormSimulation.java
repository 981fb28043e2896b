package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.savings.QuantityLines;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;

/**
 * The cash flows of a contract form in a future: every contract year is settled by the engine, so
 * that each flow is what the contract would pay.
 */
final class FormSimulation {

  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(Future.MONEY);

  private final Contract contract;
  private final CandidateForm form;
  private final AssessmentTerms terms;
  private final ContractFormat format;

  FormSimulation(
      Contract contract, CandidateForm form, AssessmentTerms terms, ContractFormat format) {
    this.contract = FutureEvidence.reading(contract);
    this.form = form;
    this.terms = terms;
    this.format = format;
  }

  /** The statements of the contract years, absent if the contract's policy refuses one. */
  Checked<List<Statement>> statements(Future future) {
    Checked<ResolvedContract> resolved = ResolvedContract.of(contract, future.evidence(), format);
    return resolved.value().isEmpty()
        ? Checked.failed(resolved.findings())
        : Settlement.of(resolved.value().get()).forecast();
  }

  /**
   * A form in one future.
   *
   * @param flows the flows from year 0 on
   * @param avoided the avoided quantities that the statement of year 1 shows [canonical unit]
   */
  record Outcome(List<CashFlow> flows, Map<Commodity, BigDecimal> avoided) {}

  /** What the form brings in a future, absent if a statement is refused. */
  Checked<Outcome> in(Future future) {
    Checked<List<Statement>> settled = statements(future);
    if (settled.value().isEmpty()) {
      return Checked.failed(settled.findings());
    }
    List<CashFlow> flows = new ArrayList<>();
    flows.add(spent(0, sum(terms.measures().stream().map(Measure::investment).toList())));
    List<Statement> statements = settled.value().get();
    for (int i = 0; i < statements.size(); i++) {
      flows.add(flow(i + 1, future.years().get(i), statements.get(i)));
    }
    return Checked.of(new Outcome(List.copyOf(flows), avoided(statements.get(0))), Findings.none());
  }

  private static Map<Commodity, BigDecimal> avoided(Statement statement) {
    Map<Commodity, BigDecimal> avoided = new EnumMap<>(Commodity.class);
    for (Line line : statement.lines()) {
      if (line.kind().equals(QuantityLines.AVOIDED.code())) {
        line.quantity()
            .ifPresent(
                quantity ->
                    avoided.put(
                        line.commodity().orElseThrow(), quantity.round(3, RoundingMode.HALF_UP)));
      }
    }
    return avoided;
  }

  private CashFlow flow(int number, Future.Year year, Statement statement) {
    BigDecimal paid = statement.totals().netPayable();
    BigDecimal utilities = year.costWith();
    boolean byProvider = form.utilities() == CandidateForm.Payer.SERVICE_PROVIDER;
    BigDecimal tax =
        statement.totals().tax().subtract(byProvider ? year.inputTax(terms.inputTax()) : NOTHING);
    CashFlow operation =
        spent(
            number,
            sum(
                terms.measures().stream()
                    .filter(measure -> number <= measure.lifetimeYears())
                    .map(Measure::operatingCost)
                    .toList()));
    BigDecimal institution =
        year.costWithout().subtract(paid).subtract(byProvider ? NOTHING : utilities);
    BigDecimal provider = paid.subtract(tax).subtract(byProvider ? utilities : NOTHING);
    return new CashFlow(
        number,
        institution.add(operation.institution()),
        provider.add(operation.serviceProvider()),
        paid,
        tax);
  }

  /** An expense of the party that pays for the measures. */
  private CashFlow spent(int year, BigDecimal amount) {
    boolean byProvider = form.investor() == CandidateForm.Payer.SERVICE_PROVIDER;
    return new CashFlow(
        year,
        byProvider ? NOTHING : amount.negate(),
        byProvider ? amount.negate() : NOTHING,
        NOTHING,
        NOTHING);
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(NOTHING, BigDecimal::add);
  }
}

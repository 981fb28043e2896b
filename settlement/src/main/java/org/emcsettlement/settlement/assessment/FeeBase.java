package org.emcsettlement.settlement.assessment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.model.YearPolicy;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.clause.HostingFee;
import org.emcsettlement.settlement.contract.BaselineTerms;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;

/**
 * The fee base of a hosting contract (能源托管费用基数), baseline times unit price with coefficient 1, as
 * the engine computes it for the first contract year.
 *
 * @param parts the commodities
 * @param amount their sum [currency]
 */
public record FeeBase(List<Part> parts, BigDecimal amount) {

  /**
   * One commodity of it.
   *
   * @param commodity the commodity
   * @param quantity its baseline of a year [canonical unit]
   * @param price the reference price [currency per canonical unit]
   * @param amount quantity times price [currency]
   */
  public record Part(Commodity commodity, Rational quantity, Rational price, BigDecimal amount) {}

  private static final CandidateForm HOSTING =
      new CandidateForm(
          "fee-base",
          "hosting-all-in/1",
          JsonNodeFactory.instance.objectNode().put("basis", "FEE").put("measured", "ANNUAL"),
          CandidateForm.Payer.SERVICE_PROVIDER,
          CandidateForm.Payer.SERVICE_PROVIDER,
          Optional.empty());

  /**
   * The quantity of a commodity.
   *
   * @param commodity the commodity
   * @return its baseline of a year [canonical unit], absent if it is no part
   */
  public Optional<Rational> quantity(Commodity commodity) {
    return parts.stream()
        .filter(part -> part.commodity() == commodity)
        .findFirst()
        .map(Part::quantity);
  }

  /** The fee base of the baselines as they stand in the file. */
  static Checked<FeeBase> proposed(AssessmentFolder folder, Future future, ContractFormat format) {
    return of(folder, future, format, Optional.empty());
  }

  /**
   * The fee base of baselines chosen among the years of the history (JS/T 301 clause 4.3 as
   * quoted), absent if there are fewer than two.
   */
  static Optional<Checked<FeeBase>> byYears(
      AssessmentFolder folder, History history, Future future, ContractFormat format) {
    if (!history.isConsecutive()) {
      return Optional.empty();
    }
    List<BaselineTerms> baselines = new ArrayList<>();
    for (Commodity commodity : history.commodities()) {
      List<BaselineTerms.YearUse> years =
          history.years().stream()
              .map(
                  year ->
                      new BaselineTerms.YearUse(
                          year.end().minusDays(1).getYear(),
                          history.use(commodity, year).round(3, RoundingMode.HALF_UP)))
              .toList();
      baselines.add(
          new BaselineTerms.Years(
              commodity.id(),
              commodity,
              folder.terms().history(),
              years,
              YearPolicy.builder().build(),
              List.of()));
    }
    return Optional.of(of(folder, future, format, Optional.of(baselines)));
  }

  private static Checked<FeeBase> of(
      AssessmentFolder folder,
      Future future,
      ContractFormat format,
      Optional<List<BaselineTerms>> baselines) {
    FindingCollector findings = new FindingCollector();
    Optional<Contract> contract =
        new FrameContract(folder.terms(), format).of(HOSTING, "", findings);
    if (contract.isEmpty() || findings.blocking() > 0) {
      return Checked.failed(findings.findings());
    }
    Contract agreed =
        baselines
            .map(given -> Contract.builder().from(contract.get()).baselines(given).build())
            .orElse(contract.get());
    Checked<List<Statement>> settled =
        new FormSimulation(agreed, HOSTING, folder.terms(), format).statements(future);
    return new Checked<>(
        settled.value().flatMap(statements -> read(statements.get(0))), settled.findings());
  }

  private static Optional<FeeBase> read(Statement statement) {
    List<Part> parts = new ArrayList<>();
    Optional<BigDecimal> amount = Optional.empty();
    for (Line line : statement.lines()) {
      if (line.kind().equals(HostingFee.FEE_BASE.code())) {
        amount = line.amount();
      } else if (line.id().startsWith("fee.reference/")) {
        parts.add(
            new Part(
                line.commodity().orElseThrow(),
                line.quantity().orElseThrow(),
                line.unitPrice().orElseThrow(),
                line.amount().orElseThrow()));
      }
    }
    return amount.map(base -> new FeeBase(List.copyOf(parts), base));
  }
}

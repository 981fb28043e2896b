package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** Allocates an amount down the tree of cost centres, level by level, by largest remainder. */
final class CentreAllocation {

  private final StatementInput input;
  private final CostCentres terms;
  private final Period service;
  private final Outcome.Builder outcome = Outcome.builder();

  CentreAllocation(StatementInput input, CostCentres terms) {
    this.input = input;
    this.terms = terms;
    this.service = input.period().service();
  }

  /** Levels without any weight. */
  Findings missing() {
    FindingCollector findings = new FindingCollector();
    missing(terms.centres(), "", findings);
    return findings.findings();
  }

  private void missing(List<CostCentres.Centre> level, String above, FindingCollector findings) {
    boolean some = level.isEmpty();
    for (CostCentres.Centre centre : level) {
      some |= weighs(centre);
      missing(centre.centres(), above + centre.id() + ".", findings);
    }
    if (!some) {
      findings.add(
          ContractFinding.CENTRE_WEIGHTS,
          Place.pointer("contract.json", "/clauses").during(service.toString()),
          "clause",
          terms.id(),
          "level",
          above.isEmpty() ? "/" : above);
    }
  }

  private boolean weighs(CostCentres.Centre centre) {
    return centre.meter().isPresent()
        ? used(centre.meter().get()).quantity().signum() > 0
        : centre.schedule().over(service).values().stream().anyMatch(w -> w.signum() > 0);
  }

  Outcome outcome() {
    allocate(terms.centres(), "", input.get(Figures.NET_PAYABLE));
    return outcome.build();
  }

  private void allocate(List<CostCentres.Centre> level, String above, PostedAmount total) {
    if (level.isEmpty()) {
      return;
    }
    List<Figure> weights = new ArrayList<>();
    for (CostCentres.Centre centre : level) {
      weights.add(weight(centre, input.calculator().in(above + centre.id())));
    }
    List<PostedAmount> parts =
        input.calculator().in(above).allocate("part-of-centre", total, weights);
    for (int i = 0; i < level.size(); i++) {
      CostCentres.Centre centre = level.get(i);
      outcome.line(
          LineDraft.builder()
              .item(above + centre.id())
              .kind(CostCentres.PART)
              .wholeYear(true)
              .amount(parts.get(i))
              .remark(new Bilingual(centre.name(), centre.name()))
              .build());
      allocate(centre.centres(), above + centre.id() + ".", parts.get(i));
    }
  }

  /** Declared weights count for the days they hold. */
  private Figure weight(CostCentres.Centre centre, Calculator calculator) {
    Figure nothing = calculator.parameter("nothing", BigDecimal.ZERO, "d");
    if (centre.meter().isPresent()) {
      String meter = centre.meter().get();
      MeterReadings readings = readings(meter);
      Figure use =
          calculator.fact(
              "actual-use",
              used(meter).quantity(),
              readings.commodity().unit().symbol(),
              "meters/" + meter + ".csv#" + service);
      return calculator.max("weight", use, nothing);
    }
    List<Figure> parts = new ArrayList<>();
    for (Map.Entry<Period, BigDecimal> part : centre.schedule().over(service).entrySet()) {
      parts.add(
          calculator.times(
              "weight-times-days",
              "d",
              calculator.parameter("declared-weight", part.getValue(), ""),
              calculator.days("days", part.getKey())));
    }
    return parts.isEmpty() ? nothing : calculator.sum("weight", parts);
  }

  private BoundaryUse.Part used(String meter) {
    return BoundaryUse.of(List.of(new BoundaryUse.SignedMeter(meter, readings(meter), 1)))
        .in(service);
  }

  private MeterReadings readings(String meter) {
    return Optional.ofNullable(input.evidence().meters().get(meter)).orElseThrow();
  }
}

package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Meter;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** What is generated on site and used there. */
final class SelfUse {

  private static final Bilingual SAVING =
      new Bilingual(
          "已体现为少购电量，计入节约，不另行收费", "counted as a saving, because less is bought; not charged");

  private static final Bilingual SUPPLY =
      new Bilingual("计入实际用量，不作为节约", "part of the actual use, no saving");

  private final OwnGeneration clause;

  SelfUse(OwnGeneration clause) {
    this.clause = clause;
  }

  /** The meters must count in the boundary exactly if generation is a supply. */
  Findings check(Contract contract) {
    FindingCollector findings = new FindingCollector();
    boolean supply = clause.countedAs() == OwnGeneration.CountedAs.SUPPLY;
    if (!supply && clause.price().isPresent()) {
      findings.add(ContractFinding.GENERATION_PRICED, place(), "clause", clause.id());
    }
    clause.generation().forEach(id -> check(contract, id, supply ? 1 : 0, findings));
    clause.export().forEach(id -> check(contract, id, supply ? -1 : 0, findings));
    return findings.findings();
  }

  private static Place place() {
    return Place.pointer("contract.json", "/clauses");
  }

  private void check(Contract contract, String id, int sign, FindingCollector findings) {
    Optional<Meter> meter =
        contract.meters().stream()
            .filter(m -> m.id().equals(id) && m.commodity() == Commodity.ELECTRICITY)
            .findFirst();
    int found = meter.map(m -> m.informative() ? 0 : m.sign()).orElse(2);
    if (found != sign) {
      String need = sign > 0 ? "+1" : "-1";
      findings.add(
          ContractFinding.GENERATION_COUNTING,
          place(),
          "clause",
          clause.id(),
          "countedAs",
          clause.countedAs(),
          "meter",
          id,
          "ruleZh",
          sign == 0 ? "为电表且不计入边界（informative）" : "为电表且以 " + need + " 计入边界",
          "rule",
          sign == 0
              ? "be of electricity and informative, outside the boundary"
              : "be of electricity and count with sign " + need + " in the boundary");
    }
  }

  /** A quantity that is shown or sold is never scaled or masked. */
  Findings gaps(StatementInput input) {
    FindingCollector findings = new FindingCollector();
    Period service = input.period().service();
    List<String> meters = new ArrayList<>(clause.generation());
    meters.addAll(clause.export());
    for (String meter : meters) {
      List<LocalDate> missing = part(input, meter).missing();
      if (!missing.isEmpty()) {
        findings.add(
            ContractFinding.BILLED_GAP,
            Place.file("meters/" + meter + ".csv").during(service.toString()),
            "commodity",
            Commodity.ELECTRICITY,
            "period",
            service,
            "count",
            missing.size());
      }
    }
    return findings.findings();
  }

  private static BoundaryUse.Part part(StatementInput input, String meter) {
    return BoundaryUse.Billed.part(
        Objects.requireNonNull(input.evidence().meters().get(meter)), input.period().service());
  }

  Outcome outcome(StatementInput input) {
    Calculator calculator = input.calculator().in(Commodity.ELECTRICITY.id());
    Outcome.Builder outcome = Outcome.builder();
    Figure generated = calculator.sum("generated", readings(input, clause.generation()));
    line(outcome, "generated", OwnGeneration.GENERATED, generated);
    Figure used = generated;
    if (!clause.export().isEmpty()) {
      Figure exported = calculator.sum("exported", readings(input, clause.export()));
      line(outcome, "exported", OwnGeneration.EXPORTED, exported);
      used = calculator.minus("self-used", generated, exported);
    }
    outcome.line(selfUsed(calculator, used));
    return outcome.build();
  }

  private LineDraft selfUsed(Calculator calculator, Figure used) {
    boolean saving = clause.countedAs() == OwnGeneration.CountedAs.SAVING;
    LineDraft.Builder line =
        LineDraft.builder()
            .item("self-used")
            .kind(OwnGeneration.SELF_USED)
            .commodity(Commodity.ELECTRICITY)
            .quantity(used)
            .remark(saving ? SAVING : SUPPLY);
    if (clause.price().isPresent()) {
      BigDecimal agreed = clause.price().get();
      Figure price =
          calculator.parameter("generation-price", agreed, calculator.currencyCode() + "/kWh");
      Figure exact =
          calculator.times("quantity-times-price", calculator.currencyCode(), used, price);
      line.unitPrice(price)
          .exact(exact)
          .amount(calculator.post("own-generation", exact))
          .use(LineDraft.Use.ENTITLEMENT);
    }
    return line.build();
  }

  private static List<Figure> readings(StatementInput input, List<String> meters) {
    Calculator calculator = input.calculator().in(Commodity.ELECTRICITY.id());
    Period service = input.period().service();
    return meters.stream()
        .map(
            meter ->
                calculator.fact(
                    "metered-use",
                    part(input, meter).quantity(),
                    Commodity.ELECTRICITY.unit().symbol(),
                    "meters/" + meter + ".csv#" + service))
        .toList();
  }

  private static void line(Outcome.Builder outcome, String item, LineKind kind, Figure quantity) {
    outcome.line(
        LineDraft.builder()
            .item(item)
            .kind(kind)
            .commodity(Commodity.ELECTRICITY)
            .quantity(quantity)
            .build());
  }
}

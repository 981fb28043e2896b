package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/**
 * The power-factor adjustment (力调电费): a signed rate, by the measured power factor, on some of the
 * charges before it.
 *
 * @param id its id
 * @param label what bills call it
 * @param charges the charges it applies to
 * @param steps the rate from each power factor on, rising; below the first the first holds
 */
public record PowerFactorCharge(
    String id, Bilingual label, List<String> charges, List<RateStep> steps) implements Charge {

  /**
   * A step of the table.
   *
   * @param from the least power factor it holds for
   * @param rate the rate, negative for a bonus
   */
  public record RateStep(BigDecimal from, BigDecimal rate) {}

  @Override
  public Step step() {
    return Step.POWER_FACTOR;
  }

  @Override
  public void bill(Bill bill) {
    Calculator calculator = bill.calculator();
    List<Figure> table = new ArrayList<>();
    for (RateStep step : steps) {
      table.add(calculator.parameter("power-factor-from", step.from(), ""));
      table.add(calculator.parameter("power-factor-rate", step.rate(), ""));
    }
    Figure measured = bill.usage().powerFactor().orElseThrow();
    Figure rate = calculator.lookup("power-factor-rate", measured, table);
    bill.add(this, "", label, bill.subtotal(charges).figure(), rate);
  }

  @Override
  public void check(TariffVersion version, Place place, FindingCollector findings) {
    for (String charge : charges) {
      boolean before =
          version.charges().stream()
              .anyMatch(other -> other.id().equals(charge) && other.step().compareTo(step()) < 0);
      if (!before) {
        findings.add(TariffFinding.UNKNOWN_CHARGE, place, "id", id, "charge", charge);
      }
    }
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).from().compareTo(steps.get(i - 1).from()) <= 0) {
        findings.add(TariffFinding.TIERS, place, "id", id);
      }
    }
  }

  static Optional<PowerFactorCharge> read(JsonObject json, TariffUnit unit) {
    Optional<String> id = json.text("id");
    Bilingual label = ChargeReader.label(json, "力率调整电费", "power factor");
    Optional<List<String>> charges =
        json.required("charges").flatMap(element -> element.list(JsonElement::text));
    Optional<List<RateStep>> steps =
        json.required("steps")
            .flatMap(element -> element.list(row -> row.object(PowerFactorCharge::step)));
    if (charges.filter(List::isEmpty).isPresent()) {
      json.reject("charges", "至少给出一项", "must name at least one charge");
    }
    if (steps.filter(List::isEmpty).isPresent()) {
      json.reject("steps", "至少给出一档", "must hold at least one step");
    }
    return json.build(
        () ->
            new PowerFactorCharge(
                id.orElseThrow(), label, charges.orElseThrow(), steps.orElseThrow()));
  }

  private static Optional<RateStep> step(JsonObject json) {
    Optional<BigDecimal> from = json.required("from").flatMap(JsonElement::ratio);
    Optional<BigDecimal> rate = json.decimal("rate");
    return json.build(() -> new RateStep(from.orElseThrow(), rate.orElseThrow()));
  }
}
